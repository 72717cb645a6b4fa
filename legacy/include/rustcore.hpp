// The C++ face of rustcore.h: owned ends and references, functions as task bodies, values of any type. Headers only.
#ifndef RUSTCORE_HPP
#define RUSTCORE_HPP
#include "rustcore/closure.hpp"
#include "rustcore/exit.hpp"
#include "rustcore/future.hpp"
#include "rustcore/global.hpp"
#include "rustcore/io.hpp"
#include "rustcore/local_data.hpp"
#include "rustcore/pipes.hpp"
#include "rustcore/shared.hpp"
#include "rustcore/tasks.hpp"
#include "rustcore/tcp.hpp"
#include "rustcore/value.hpp"
#endif
