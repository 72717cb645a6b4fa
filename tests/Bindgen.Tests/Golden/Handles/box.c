#include "box.h"
#include <stdlib.h>
#include <string.h>

struct box {
    char *name;
    struct box *inner;
    int width;
};
struct box_lid {
    int number;
};

static int alive;

static box *make(const char *name) {
    box *made = calloc(1, sizeof *made);
    made->name = name ? strdup(name) : NULL;
    alive++;
    return made;
}
int box_open(const char *name, box **out) {
    *out = name && strcmp(name, "none") == 0 ? NULL : make(name);
    return *out && name && *name ? 0 : 7;
}
box *box_new(void) { return make("new"); }
box *box_copy(const box *from, const char *name, const char *or_name) { return from ? make(name ? name : or_name) : NULL; }
int box_close(box *box) {
    int width = box->width;
    if (box->inner)
        box_close(box->inner);
    free(box->name);
    free(box);
    alive--;
    return width;
}
int box_crush(box *box) { return 1000 + box_close(box); }
box *box_inner(box *box) {
    if (!box->inner)
        box->inner = make("inner");
    return box->inner;
}
const char *box_name(const box *box) { return box ? box->name : NULL; }
size_t box_measure(const char *text) { return text ? strlen(text) : 1000; }
const char *box_tail(const char *text, int from) { return text + from; }
size_t box_bytes(const char *bytes, size_t length, char *into) {
    memcpy(into, bytes, length);
    return length;
}
const char *box_version(void) { return "1.0"; }
int box_call(box *box, int (*callback)(struct box *box, void *state), void *state) { return callback(box, state); }
int box_resize(box *box, const box_size *size) {
    box->width = size->width;
    return 0;
}
static box_lid_ptr lid(int number) {
    box_lid_ptr made = malloc(sizeof *made);
    made->number = number;
    alive++;
    return made;
}
box_lid_ptr box_lid(box *box, int object, int box_0) { return lid(box->width + object + box_0); }
void box_lid_take(box_lid_ptr lid) {
    free(lid);
    alive--;
}
int box_lid_pair(box_lid_ptr *left, box_lid_ptr *right) {
    *left = lid(1);
    *right = lid(2);
    return 2;
}
BOX_KEY *box_key(const char *secret) {
    alive++;
    return strdup(secret);
}
void box_key_forget(BOX_KEY *key) {
    free(key);
    alive--;
}
int box_key_fits(BOX_KEY *key, box *box) { return strcmp(key, box->name) == 0; }
int box_alive(void) { return alive; }
