// A crate map with modules whose levels RUST_LOG sets, and lines that are logged: the shape of every old
// program that used log!. Compiled code tests its module's level word itself and only then calls the runtime.
#include "caller.h"

using namespace caller;

namespace {

std::string console;
long longest;

constexpr int error = 1, info = 3, debug = 4;

// Level words as the compiler laid them out, one a module.
uint32_t levels[8];
const mod_entry app_modules[] = {{"app", &levels[0]},           {"app::net", &levels[1]},
                                 {"app::net::tcp", &levels[2]}, {"appendix", &levels[3]},
                                 {"app::db", &levels[4]},       {nullptr, nullptr}};
const mod_entry first_modules[] = {{"first", &levels[5]}, {nullptr, nullptr}};
const mod_entry second_modules[] = {{"second", &levels[6]}, {"second::io", &levels[7]}, {nullptr, nullptr}};

// The walk over a crate's dependencies begins at the second slot: `first` is never visited and keeps level 0.
Crate first_crate = {1, &annihilate, first_modules, {}};
Crate second_crate = {1, &annihilate, second_modules, {}};
Crate app = {1, &annihilate, app_modules, {&first_crate, &second_crate}};

void write_log(int level, const std::string &text) {
  on_c([&] { rust_log_str(static_cast<uint32_t>(level), text.data(), text.size()); });
}

void log_all(const mod_entry *modules) {
  for (const mod_entry *module = modules; module->name; module++) {
    say("%s: level %u", module->name, *module->state);
    for (int level : {error, info, debug})
      if (*module->state >= static_cast<uint32_t>(level))
        write_log(level, std::string(module->name) + " logs at " + std::to_string(level));
  }
}

// A line of the given length whose every part tells where it is.
std::string ruler(size_t length) {
  std::string text;
  while (text.size() < length)
    text += "<" + std::to_string(text.size()) + ">....";
  return text.substr(0, length);
}

void log_lines() {
  if (console == "off")
    on_c([] { rust_log_console_off(); });
  for (const mod_entry *modules : {app_modules, first_modules, second_modules})
    log_all(modules);
  write_log(error, "the console was switched " + console);
  on_c([] { rust_log_console_on(); });
  write_log(error, "stops at the first NUL" + std::string(1, '\0') + " as C strings do");
  for (size_t length : {1, 2040, 2046, 2047, 2048, 2049, 3000})
    if (static_cast<long>(length) <= longest)
      write_log(error, ruler(length));
  write_log(error, "last line");
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(
      argc, argv, "a crate map with modules, RUST_LOG, and lines that are logged to standard error",
      {{"console", "on", "on or off: off hides lines until it is on again, unless RUST_LOG is set"},
       {"longest", "100", "length of the longest line; some round 2048 are among those logged"}});
  console = arguments.choice("console", {"on", "off"});
  longest = arguments.number("longest");
  return run_program<log_lines>(argc, argv, app);
}
