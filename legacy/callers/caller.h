// The C++ face of the old C API that the callers share: what the compiler and the core library of 2013 wrote around each
// call. Only rustrt.h is used; the programs are compiled once and then meet every backend as they are.
#pragma once
#include "support/arguments.h"
#include "support/boxes.h"
#include "support/packet.h"
#include "support/program.h"
#include "support/stacks.h"
#include "support/tasks.h"
#include "support/trace.h"
