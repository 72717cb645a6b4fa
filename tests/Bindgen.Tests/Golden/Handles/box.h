/* Boxes with names: each way in which a C library gives, takes and ends what its callers own. box.c implements it. */
#ifndef BOX_H
#define BOX_H
#include <stddef.h>

typedef struct box box;           /* by its record: box_close releases it and says how it went */
typedef struct box_lid *box_lid_ptr; /* by a typedef that is the pointer */
typedef void BOX_KEY;             /* by a typedef for void */

enum box_state { BOX_OPEN, BOX_SHUT };
typedef struct box_size {
    int width;
    enum box_state state;
} box_size;
#define BOX_LIMIT 100

int box_open(const char *name, box **out); /* stores a box also where it fails, as sqlite3_open does */
box *box_new(void);
box *box_copy(const box *from, const char *name, const char *or_name);
int box_close(box *box);
int box_crush(box *box);
box *box_inner(box *box);           /* stays the outer box's */
const char *box_name(const box *box);
size_t box_measure(const char *text); /* the length; 1000 for NULL */
const char *box_tail(const char *text, int box_tail); /* from there on */
size_t box_bytes(const char *bytes, size_t length, char *into);
const char *box_version(void);
int box_call(box *box, int (*callback)(struct box *box, void *state), void *state);
int box_resize(box *box, const box_size *size);

box_lid_ptr box_lid(box *box, int object, int box_0);
void box_lid_take(box_lid_ptr lid);
int box_lid_pair(box_lid_ptr *left, box_lid_ptr *right);

BOX_KEY *box_key(const char *secret);
void box_key_forget(BOX_KEY *key);
int box_key_fits(BOX_KEY *key, box *box);

int box_alive(void); /* how many boxes, lids and keys there are */
#endif
