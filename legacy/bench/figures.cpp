// Each figure is the best of the rounds, since whatever else the machine does only adds to it; the median
// stands beside it. A round is a process of its own: memory that one has freed would not count for the next.
#include "figures.h"
#include "workload.h"
#include <dlfcn.h>
#include <sys/wait.h>

namespace bench {
namespace {

// Where the value stands in a line of a workload.
constexpr const char *cpu = "cpu_ns_per_op", *wall = "ns_per_op", *bytes = "bytes_per_op";
// Stacks of compiled code, which grew on demand, and of C++ callers, which do not.
constexpr const char *smallest_stack = "768", *roomy_stack = caller::task_stack_size;

struct Figure {
  const char *name;
  std::vector<const char *> words;
  const char *value;
  const char *stack;
  // The original on a machine with two cores, best of many runs: nanoseconds or bytes.
  double original_low, original_high;
};

const std::vector<const char *> parked_on_own_stack = {"parked", "hold=own"};
const std::vector<const char *> parked_on_c_stack = {"parked", "hold=c"};

const Figure figures[] = {
    {"yield", {"yield"}, cpu, roomy_stack, 103, 126},
    {"event round trip, one thread", {"event"}, cpu, roomy_stack, 460, 535},
    {"event round trip, two threads", {"event2"}, wall, roomy_stack, 28000, 33000},
    {"spawn and exit, one at a time", {"spawn"}, cpu, roomy_stack, 711, 748},
    {"spawn and exit, 100,000 alive", parked_on_own_stack, cpu, roomy_stack, 14000, 20000},
    {"malloc and free", {"malloc"}, cpu, roomy_stack, 43, 43},
    {"empty call on the C stack", {"shim"}, cpu, roomy_stack, 11, 11},
    {"log line to nowhere", {"log"}, cpu, roomy_stack, 1630, 1630},
    {"failing task", {"fail", "depth=1"}, cpu, roomy_stack, 2700, 2900},
    {"parked on its own stack", parked_on_own_stack, bytes, smallest_stack, 3700, 5500},
    {"parked holding a C stack", parked_on_c_stack, bytes, smallest_stack, 16000, 17000},
};

// The standard output of this program with other words. LD_BIND_NOW: resolving symbols late needs more stack
// than the smallest task has.
std::string output_of(const Figure &figure, long n) {
  std::string operations = "n=" + std::to_string(n);
  int ends[2];
  if (pipe(ends) != 0) {
    perror("bench: pipe");
    exit(1);
  }
  pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    setenv("LD_BIND_NOW", "1", 1);
    setenv("RUST_MIN_STACK", figure.stack, 1);
    std::vector<const char *> words = {"bench"};
    words.insert(words.end(), figure.words.begin(), figure.words.end());
    words.push_back(figure.value == bytes ? "rounds=1" : "rounds=3");
    words.push_back(operations.c_str());
    words.push_back(nullptr);
    execv("/proc/self/exe", const_cast<char **>(words.data()));
    perror("bench: exec");
    _exit(1);
  }
  close(ends[1]);
  std::string text;
  char part[4096];
  for (ssize_t got; (got = read(ends[0], part, sizeof part)) > 0;)
    text.append(part, static_cast<size_t>(got));
  close(ends[0]);
  int status;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
    fprintf(stderr, "bench: %s did not run to its end\n", figure.name);
    exit(1);
  }
  return text;
}

void add_values(const std::string &output, const char *name, std::vector<double> &values) {
  std::string key = std::string(" ") + name + "=";
  for (size_t at = output.find(key); at != std::string::npos; at = output.find(key, at + 1))
    values.push_back(strtod(output.c_str() + at + key.size(), nullptr));
}

std::string with_unit(double value, const char *kind) {
  char text[32];
  if (kind == bytes)
    snprintf(text, sizeof text, "%.1f KB", value / 1000);
  else if (value >= 10000)
    snprintf(text, sizeof text, "%.1f us", value / 1000);
  else
    snprintf(text, sizeof text, value < 100 ? "%.1f ns" : "%.0f ns", value);
  return text;
}

std::string range(const Figure &figure) {
  std::string low = with_unit(figure.original_low, figure.value);
  return figure.original_low == figure.original_high
             ? low
             : low + " - " + with_unit(figure.original_high, figure.value);
}

void print(const Figure &figure, std::vector<double> values) {
  std::sort(values.begin(), values.end());
  printf("%-36s %10s %10s  %22s %8.2f\n", figure.name, with_unit(values.front(), figure.value).c_str(),
         with_unit(values[values.size() / 2], figure.value).c_str(), range(figure).c_str(),
         values.front() / figure.original_low);
}

} // namespace

int print_figures(long rounds, long n) {
  Dl_info library = {};
  dladdr(reinterpret_cast<void *>(&rust_start), &library);
  const char *setting = getenv("RUSTRT_SWITCH");
  printf("%s%s%s, best of %ld rounds\n\n", library.dli_fname, setting ? ", RUSTRT_SWITCH=" : "",
         setting ? setting : "", rounds);
  std::vector<std::vector<double>> values(std::size(figures));
  for (long round = 0; round < rounds; round++)
    for (size_t i = 0; i < std::size(figures); i++) {
      add_values(output_of(figures[i], n), figures[i].value, values[i]);
      if (values[i].empty()) {
        fprintf(stderr, "bench: %s printed no %s\n", figures[i].name, figures[i].value);
        return 1;
      }
    }
  printf("%-36s %10s %10s  %22s %8s\n", "one operation", "best", "median", "original", "times");
  for (size_t i = 0; i < std::size(figures); i++)
    print(figures[i], values[i]);
  printf("\nProcessor time of the working thread; across two threads, time on the wall. Memory is resident, "
         "page "
         "tables included.\nThe original: best of many runs on a machine with two cores. Times: best against "
         "the lower end of the original's.\n");
  return 0;
}

} // namespace bench
