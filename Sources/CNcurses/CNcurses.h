// What Swift cannot see of libncursesw: global variables that are shared mutable
// state, macros with casts, varargs, and wide cells. Each function is one such
// thing under a name; none decides anything.

#ifndef MODTOP_CNCURSES_H
#define MODTOP_CNCURSES_H

#define NCURSES_WIDECHAR 1

#include <curses.h>
#include <stdint.h>
#include <stdio.h>
#include <term.h>
#include <wchar.h>

// `stdout` and `stdin` are variables of the C library.
static inline SCREEN *cnc_new_terminal(void) { return newterm(NULL, stdout, stdin); }

static inline WINDOW *cnc_screen_window(void) { return stdscr; }
static inline WINDOW *cnc_terminal_screen(void) { return curscr; }
static inline int cnc_lines(void) { return LINES; }
static inline int cnc_columns(void) { return COLS; }
static inline int cnc_colours(void) { return COLORS; }
static inline int cnc_colour_pairs(void) { return COLOR_PAIRS; }

static inline attr_t cnc_bold(void) { return A_BOLD; }
static inline attr_t cnc_dim(void) { return A_DIM; }
static inline attr_t cnc_underline(void) { return A_UNDERLINE; }
static inline attr_t cnc_reverse(void) { return A_REVERSE; }

// The terminal description that `setupterm` found; NULL means the description
// lacks the string, and so does the -1 that ncurses gives for a wrong name.
static inline const char *cnc_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

// Releases the description that `setupterm` made current.
static inline void cnc_drop_description(void) {
  if (cur_term != NULL) del_curterm(cur_term);
}

// `wchar_t` holds a Unicode scalar on Linux; `scalars` ends with 0.
static inline int cnc_set_cell(
    cchar_t *cell, const uint32_t *scalars, attr_t attributes, short pair) {
  return setcchar(cell, (const wchar_t *)scalars, attributes, pair, NULL);
}

// Writes cells without moving the cursor, so the last cell of the screen as well.
static inline int cnc_put_cells(
    WINDOW *window, int row, int column, const cchar_t *cells, int count) {
  return mvwadd_wchnstr(window, row, column, cells, count);
}

static inline int cnc_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// OK with a Unicode scalar in `value`, KEY_CODE_YES with a KEY_ constant, or ERR.
static inline int cnc_read(WINDOW *window, uint32_t *value) {
  wint_t read = 0;
  int result = wget_wch(window, &read);
  *value = (uint32_t)read;
  return result;
}

#endif
