// All figures of a library at once, beside those of the original runtime.
#pragma once

namespace bench {

// Runs this program once for each figure and round, in turn, and prints a table; the exit status. n:
// operations of each; 0: as many as suit it.
int print_figures(long rounds, long n);

} // namespace bench
