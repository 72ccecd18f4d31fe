extension TheoryModel {
  /// Where the formulas come from, with the DOI where there is one; empty for plain arithmetic.
  package var source: String {
    let gross = "Gross, Shortle, Thompson, Harris (2008), doi:10.1002/9781118625651"
    switch name {
    case "erlang_b", "erlang_b_inverse": return "Erlang (1917)"
    case "mmc": return "Erlang (1917); \(gross), section 2.3"
    case "erlang_c_staffing":
      return "Gans, Koole, Mandelbaum (2003), doi:10.1287/msom.5.2.79.16071"
    case "mmck": return "\(gross), section 2.5"
    case "mmc_m":
      return "Palm (1957); Mandelbaum, Zeltyn (2007), doi:10.1007/978-3-540-29860-1_2"
    case "mg1":
      return "Pollaczek (1930), doi:10.1007/BF01194620; Takács (1962), doi:10.1287/opre.10.3.388"
    case "mdc":
      return "Crommelin (1932); Janssen, van Leeuwaarden (2008), "
        + "doi:10.1111/j.1467-9574.2008.00395.x"
    case "gim1": return "Kendall (1953), doi:10.1214/aoms/1177728975"
    case "batch_mm1": return "\(gross), section 3.1"
    case "priority_np_mmc": return "Cobham (1954), doi:10.1287/opre.2.1.70"
    case "priority_np_mg1":
      return "Cobham (1954), doi:10.1287/opre.2.1.70; (1955), doi:10.1287/opre.3.4.547"
    case "priority_pr_mm1": return "White, Christie (1958), doi:10.1287/opre.6.1.79"
    case "jackson": return "Jackson (1957), doi:10.1287/opre.5.4.518"
    case "finite_source": return "\(gross), section 2.8"
    case "mt_m_inf": return "Eick, Massey, Whitt (1993), doi:10.1287/opre.41.4.731"
    case "mm1_transient": return "Spitzer (1956), doi:10.1090/S0002-9947-1956-0079851-X"
    case "mt_mmc":
      return "Jensen (1953), doi:10.1080/03461238.1953.10419459; "
        + "Gross, Miller (1984), doi:10.1287/opre.32.2.343"
    case "ggc_allen_cunneen_approx": return "Allen (1990), section 5.4"
    case "gg1_kingman_approx": return "Kingman (1961), doi:10.1017/S0305004100036094"
    default: return ""
    }
  }
}
