// The command line of a caller: name=value words, each with a default.
#pragma once
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace caller {

struct Argument {
  const char *name;
  const char *value; // the default
  const char *meaning;
};

class Arguments {
public:
  // Prints the help or one clear message and exits (0 or 2) when the command line asks for it or is wrong.
  Arguments(int argc, char **argv, const char *purpose, std::vector<Argument> known)
      : program_(strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1 : argv[0]), known_(std::move(known)) {
    for (int i = 1; i < argc; i++) {
      if (!strcmp(argv[i], "help") || !strcmp(argv[i], "--help") || !strcmp(argv[i], "-h"))
        help(purpose);
      take(argv[i]);
    }
  }

  std::string text(const char *name) const {
    for (const Argument &argument : known_)
      if (!strcmp(argument.name, name))
        return argument.value;
    fprintf(stderr, "%s: bug: it asks for its argument '%s', which it does not declare\n", program_.c_str(),
            name);
    exit(2);
  }

  long number(const char *name, long least = 0) const {
    std::string value = text(name);
    char *end;
    errno = 0;
    long number = strtol(value.c_str(), &end, 10);
    if (end == value.c_str() || *end || errno || number < least) {
      fprintf(stderr, "%s: %s=%s: expected a whole number from %ld to %ld\n", program_.c_str(), name,
              value.c_str(), least, LONG_MAX);
      exit(2);
    }
    return number;
  }

  // One of several words; an error message lists them.
  std::string choice(const char *name, std::vector<std::string> words) const {
    std::string value = text(name), list;
    for (const std::string &word : words) {
      if (word == value)
        return value;
      list += (list.empty() ? "" : ", ") + word;
    }
    fprintf(stderr, "%s: %s=%s: expected one of %s\n", program_.c_str(), name, value.c_str(), list.c_str());
    exit(2);
  }

private:
  void take(const char *word) {
    const char *equals = strchr(word, '=');
    std::string names;
    for (Argument &argument : known_) {
      if (equals && std::string(word, equals) == argument.name) {
        argument.value = equals + 1;
        return;
      }
      names += (names.empty() ? "" : ", ") + std::string(argument.name);
    }
    fprintf(stderr, "%s: '%s': expected NAME=VALUE with NAME one of %s; help explains them\n",
            program_.c_str(), word, names.c_str());
    exit(2);
  }

  [[noreturn]] void help(const char *purpose) const {
    printf("%s: %s\n\n", program_.c_str(), purpose);
    for (const Argument &argument : known_)
      printf("  %s=%s\n      %s\n", argument.name, argument.value, argument.meaning);
    printf("\nRUST_MIN_STACK is set to what the program needs unless the environment has a value: C++ code "
           "does not grow "
           "its stack as\n"
           "compiled Rust did. RUST_THREADS, RUST_SEED, RUST_LOG work as with any program of the old "
           "runtime.\n");
    exit(0);
  }

  std::string program_;
  std::vector<Argument> known_;
};

} // namespace caller
