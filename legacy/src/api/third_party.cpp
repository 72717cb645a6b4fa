// The service third-party: what the runtime carried along for its callers' convenience.
#include "deflate/deflate.h"
#include "line_editing/editor.h"
#include "line_editing/history.h"
#include "rustrt.h"

using namespace legacy;

extern "C" {

void *tdefl_compress_mem_to_heap(const void *src, size_t src_len, size_t *out_len, int flags) {
    return deflate::compress(src, src_len, out_len, flags);
}

void *tinfl_decompress_mem_to_heap(const void *src, size_t src_len, size_t *out_len, int flags) {
    return deflate::decompress(src, src_len, out_len, flags);
}

char *linenoise(const char *prompt) {
    return line_editor::read(prompt);
}

void linenoiseSetCompletionCallback(linenoise_completion fn) {
    line_editor::completion = fn;
}

void linenoiseAddCompletion(void *completions, const char *line) {
    static_cast<line_editor::candidates *>(completions)->push_back(line);
}

int linenoiseHistoryAdd(const char *line) {
    return line_history::of_process().add(line);
}

int linenoiseHistorySetMaxLen(int len) {
    return line_history::of_process().set_limit(len);
}

// Callers of that time took only 1 for success, and so believed every save and load to have failed.
int linenoiseHistorySave(const char *filename) {
    return line_history::of_process().save(filename) ? 0 : -1;
}

int linenoiseHistoryLoad(const char *filename) {
    return line_history::of_process().load(filename) ? 0 : -1;
}
}
