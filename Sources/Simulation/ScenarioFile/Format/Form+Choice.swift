extension Form {
  /// The form of a mapping, chosen by what it says; nil when that does not choose one.
  func mappingForm(for tree: FileTree) -> MappingForm? {
    switch resolved {
    case .mapping(let form): return form
    case .either(let key, let with, let without): return tree[key] == nil ? without : with
    case .tagged(let key, let variants, let without):
      let word = tree[key].map { $0.scalar } ?? without
      return variants.first { $0.word == word }?.form
    default: return nil
    }
  }

  /// Whether it is a number.
  var isNumeric: Bool {
    switch resolved {
    case .number, .whole: true
    default: false
    }
  }
}
