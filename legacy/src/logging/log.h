// The console log: one process-wide flag, one lock (LOG) for whole lines.
#ifndef LEGACY_LOGGING_LOG_H
#define LEGACY_LOGGING_LOG_H

namespace legacy::console {

void on();
// Refused where RUST_LOG was set at start-up.
void off();

} // namespace legacy::console
#endif
