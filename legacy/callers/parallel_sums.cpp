// A sum by divide and conquer: each half but the last is a future, computed by a task of its own and waited
// for when it is needed.
#include "core_caller.h"

using namespace caller;

namespace {

// Of the squares in [from, to).
long sum_of_squares(long from, long to, long grain) {
  if (to - from <= grain) {
    long sum = 0;
    for (long i = from; i < to; i++)
      sum += i * i;
    return sum;
  }
  long middle = from + (to - from) / 2;
  auto left = rustcore::future<long>::spawn([=] { return sum_of_squares(from, middle, grain); });
  long right = sum_of_squares(middle, to, grain);
  return left.get() + right;
}

void compute(long terms, long grain) {
  long sum = sum_of_squares(0, terms, grain);
  say("the squares below %ld add up to %ld", terms, sum);
  if (sum != (terms - 1) * terms * (2 * terms - 1) / 6)
    wrong();
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(
      argc, argv, "a sum by divide and conquer, with futures",
      {{"terms", "100000", "terms of the sum"}, {"grain", "500", "terms that one task adds up by itself"}});
  long terms = arguments.number("terms", 1), grain = arguments.number("grain", 1);
  return run_core_program(argc, argv, [=] { compute(terms, grain); });
}
