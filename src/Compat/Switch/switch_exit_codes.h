/* Why a program was refused before any task ran, or a child of it at its first call, as its exit status. docs/switch.md has the same table.
 *
 * The numbers stay clear of those that others give to the same process: 101 (a failed task), 64-78
 * (sysexits.h), 124 and 125 (timeout), 126 and 127 (a shell that cannot start the program) and 128 + n
 * (killed by a signal). */
#ifndef SWITCH_EXIT_CODES_H
#define SWITCH_EXIT_CODES_H

enum switch_exit_code {
    SWITCH_EXIT_OK = 0,
    SWITCH_EXIT_FORKED = 114,   /* a child that was forked without exec called the new side, which lives in the parent only */
    SWITCH_EXIT_UNSERVED = 119, /* the program imports a function that its setting cannot serve */
    SWITCH_EXIT_TEXT = 120,     /* a word or a value that the switch language does not have */
    SWITCH_EXIT_FILE = 121,     /* a switch file that is missing or cannot be read */
    SWITCH_EXIT_BACKEND = 122,  /* a backend that the setting needs cannot load */
    SWITCH_EXIT_SETTING = 123   /* a well-formed setting that is not possible yet */
};

#endif
