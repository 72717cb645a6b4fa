// Reads a line from the user: with libedit where there is a terminal to edit on, else plainly from standard
// input.
#ifndef LEGACY_LINE_EDITING_EDITOR_H
#define LEGACY_LINE_EDITING_EDITOR_H
#include "rustrt.h"
#include <string>
#include <vector>

namespace legacy::line_editor {

// What a completion callback gets as its second argument.
using candidates = std::vector<std::string>;

// Asked when the user presses the tabulator key; NULL: nobody. For the process, without a lock.
extern linenoise_completion completion;

// A block of the C library without the newline, at most 4095 bytes; NULL at the end of input or after Ctrl-C.
// A longer line comes in pieces where it is read plainly, and is cut where it was edited. Holds the thread.
char *read(const char *prompt);

} // namespace legacy::line_editor
#endif
