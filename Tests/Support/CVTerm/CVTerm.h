// libvterm for tests: its bit fields and tagged unions as plain numbers, and the
// pseudo-terminal functions that Swift's Glibc module leaves out.

#ifndef MODTOP_CVTERM_H
#define MODTOP_CVTERM_H

#include <stddef.h>
#include <stdint.h>
#include <vterm.h>

int posix_openpt(int flags);
int grantpt(int descriptor);
int unlockpt(int descriptor);
int ptsname_r(int descriptor, char *buffer, size_t length);

typedef struct {
  uint32_t scalars[VTERM_MAX_CHARS_PER_CELL];
  int width;
  int bold, underline, reverse;
  // The palette's number, or -1 for the terminal's own colour, or -2 for any other.
  int foreground, background;
} CVTCell;

static inline int cvt_colour(const VTermColor *colour) {
  if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour)) return -1;
  if (VTERM_COLOR_IS_INDEXED(colour)) return colour->indexed.idx;
  return -2;
}

static inline CVTCell cvt_cell(VTermScreen *screen, int column, int row) {
  VTermScreenCell cell = {0};
  VTermPos position = {.row = row, .col = column};
  vterm_screen_get_cell(screen, position, &cell);
  CVTCell result = {
      .width = cell.width,
      .bold = cell.attrs.bold,
      .underline = cell.attrs.underline,
      .reverse = cell.attrs.reverse,
      .foreground = cvt_colour(&cell.fg),
      .background = cvt_colour(&cell.bg)};
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) result.scalars[i] = cell.chars[i];
  return result;
}

// What the program asked of the terminal; the callbacks below keep it.
typedef struct {
  int alternate_screen;
  int cursor_visible;
  // The count of an REP sequence (repeat the last character), which libvterm leaves out.
  int repeat;
} CVTState;

static inline int cvt_set_property(VTermProp property, VTermValue *value, void *user) {
  CVTState *state = (CVTState *)user;
  if (property == VTERM_PROP_ALTSCREEN) state->alternate_screen = value->boolean;
  if (property == VTERM_PROP_CURSORVISIBLE) state->cursor_visible = value->boolean;
  return 1;
}

static inline int cvt_unknown_sequence(
    const char *leader, const long args[], int count, const char *intermediate, char command,
    void *user) {
  CVTState *state = (CVTState *)user;
  int plain = (leader == NULL || *leader == 0) && (intermediate == NULL || *intermediate == 0);
  if (command == 'b' && plain) state->repeat = count > 0 ? (int)CSI_ARG_COUNT(args[0]) : 1;
  return 1;
}

static const VTermScreenCallbacks cvt_screen_callbacks = {.settermprop = cvt_set_property};
static const VTermParserCallbacks cvt_parser_callbacks = {.csi = cvt_unknown_sequence};

// A terminal of that size; `state` has to live as long as it does.
static inline VTerm *cvt_new(int columns, int rows, CVTState *state) {
  VTerm *terminal = vterm_new(rows, columns);
  if (terminal == NULL) return NULL;
  state->alternate_screen = 0;
  state->cursor_visible = 1;
  state->repeat = 0;
  vterm_set_utf8(terminal, 1);
  VTermScreen *screen = vterm_obtain_screen(terminal);
  vterm_screen_set_callbacks(screen, &cvt_screen_callbacks, state);
  vterm_screen_set_unrecognised_fallbacks(screen, &cvt_parser_callbacks, state);
  vterm_screen_enable_altscreen(screen, 1);
  vterm_screen_reset(screen, 1);
  return terminal;
}

#endif
