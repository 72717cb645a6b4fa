/* Declarations that C allows and hardly anybody writes: that their bindings compile and lie right is the test. */
#include <stddef.h>
#include <stdarg.h>
#include <time.h>
#include <setjmp.h>
struct record { int value; int field; struct { int a; } record; };
struct foo { struct foo *foo; int foo_; };
typedef struct foo2 bar2; struct foo2 { int bar2; };
typedef union { struct { unsigned lo:16, hi:16; }; unsigned all; } reg_t;
typedef struct { reg_t regs[4]; int (*cbs[3])(int, void (*)(int)); enum { E1, E2 } arr[2]; wchar_t w[8]; } dev_t2;
struct empty {};
struct has_empty { int a; struct empty e; int b; };
struct zero { int n; int tail[0]; };
struct onebig { char c; struct { long long q[3]; double d; } in; } __attribute__((aligned(64)));
typedef int vec4 __attribute__((vector_size(16)));
struct hasvec { int a; vec4 v; };
void takes_vec(vec4 v);
_Complex double cplx(_Complex double);
int (*fp_returning(int x))(int);
void arr2(int a[2][3], const char *const names[]);
void va(const char *f, va_list ap);
jmp_buf *jb(void);
struct tm *tmf(time_t t, struct timespec ts);
typedef void fn_t(int); void takes_fn(fn_t f, fn_t *g);
typedef struct node node; struct node { node *next; node **prev; void (*visit)(struct node *, ...); };
extern const char *const version;
#define STR(x) #x
#define S1 "x" STR(y)
#define P1 ("paren")
#define BIG 18446744073709551615ULL
#define MINLL (-9223372036854775807LL-1)
#define E_FN f()
#define FLT 1e400
#define MASK (1u<<31)
#define BOOLT ((_Bool)1)
#define ENUMV E2
#define CAST ((unsigned char)300)
#define NUL "\0abc"
enum neg { N1 = -1, N2 = 0x7fffffff }; enum bigneg { B1 = -1LL, B2 = 0x100000000LL };
void object(int string, int params, int this, int arg0, int);
void dup(int, int arg0);
volatile int *vp(volatile struct foo *const restrict p);
struct bf { int a:1; unsigned b:31; long long c:33; char d:3; char :0; char e:8; short f:16; int g:20; } ;
struct __attribute__((packed)) bfp { char x; unsigned long long y:63; unsigned long long z:2; int w:5; };
struct atom { _Atomic int a; _Atomic(long) b; };
struct nested { struct inner_named { int x; } a; union u_named { int i; float f; } b; struct { struct { int deep; union { int p; long q; }; }; }; };
typedef struct { int x; } *anonptr; void useanon(anonptr p);
typedef struct { int x; } arrt[3]; void usearr(arrt p);
unsigned long long ull(__int64_t a, unsigned char b, signed char c, char d, short e, long f);
void fnptr_struct(struct nested (*cb)(struct nested));
struct declared_enum { enum nowhere_defined *pointer; };
typedef struct { void *state[3]; } aligned_by_typedef __attribute__((aligned(16)));
struct holds_aligned_by_typedef { char c; aligned_by_typedef a; char d; };
typedef int unaligned_int __attribute__((aligned(1)));
struct holds_unaligned { char c; unaligned_int i; };
struct shadowed { int shadow; int shadow_of_function; };
#define shadow (*shadow_function())
#define shadow_of_function(x) (x)
typedef long double two_long_doubles[2]; void takes_long_doubles(two_long_doubles *p);
struct extension { struct extension *extension; };
void reserved_names(int __arglist, int __makeref, int __reftype, int __refvalue);
