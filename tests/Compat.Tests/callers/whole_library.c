/* A program in C on both libraries, which uses all of the library half: with "io" its loops, timers and sockets; with "weak" weak tasks,
 * exit functions and groups. It says its part when all is over. */
#include "rustcore.h"
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const type_desc number = {sizeof(long), _Alignof(long), NULL, NULL, NULL, NULL, NULL, NULL};
static const type_desc address_of = {sizeof(void *), _Alignof(void *), NULL, NULL, NULL, NULL, NULL, NULL};

static void check(int holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "%s\n", what);
    abort();
}

static rustcore_closure body(void (*call)(void *), void *env) { return (rustcore_closure){call, env, NULL}; }

/* ---- io */

typedef struct server {
    rustcore_iotask *io;
    rustcore_ip address;
    rustcore_chan *ready, *connections, *over;
    rustcore_port *arrived, *to_be_ready, *to_be_over;
    rustcore_shared_chan *kill;
} server;

static void tell(rustcore_chan *chan) {
    long any = 1;
    rustcore_send(chan, &any);
}

static void await(rustcore_port *port) {
    long any = 0;
    rustcore_recv(port, &any);
}

static void established(rustcore_shared_chan *kill, void *env) {
    server *s = env;
    s->kill = rustcore_shared_chan_clone(kill);
    tell(s->ready);
}

/* On the loop's thread. */
static void connection(rustcore_tcp_connection *offered, rustcore_shared_chan *kill, void *env) {
    (void)kill;
    rustcore_send(((server *)env)->connections, &offered);
}

static void listen_until_killed(void *env) {
    server *s = env;
    rustcore_tcp_error error;
    check(rustcore_tcp_listen(s->io, &s->address, 8, established, connection, s, &error), "listen");
    tell(s->over);
}

static void echo(void *env) {
    rustcore_tcp_connection *offered;
    rustcore_tcp_error error, of_write;
    rustcore_recv(((server *)env)->arrived, &offered);
    rustcore_tcp_socket *socket = rustcore_tcp_accept(offered, &error);
    check(socket != NULL, "accept");
    for (rustcore_bytes bytes; rustcore_tcp_read(socket, 0, &bytes, &error); rustcore_bytes_drop(bytes))
        check(rustcore_tcp_write(socket, bytes.data, bytes.size, &of_write), "echo");
    check(!strcmp(error.name, "EOF"), error.name);
    rustcore_tcp_drop(socket);
    tell(((server *)env)->ready);
}

static void talk(server *s) {
    rustcore_tcp_error error;
    rustcore_tcp_socket *socket = rustcore_tcp_connect(s->io, &s->address, &error);
    check(socket != NULL, "connect");
    rustcore_bytes bytes;
    check(!rustcore_tcp_read(socket, 20, &bytes, &error) && !strcmp(error.name, "TIMEOUT"), "timeout");
    check(rustcore_tcp_write(socket, "hello", 5, &error), "write");
    check(rustcore_tcp_read(socket, 0, &bytes, &error) && bytes.size == 5 && !memcmp(bytes.data, "hello", 5), "read");
    rustcore_bytes_drop(bytes);
    rustcore_tcp_drop(socket);
}

/* An address that nobody listens on. */
static void find_address(server *s) {
    size_t count;
    rustcore_tcp_error error;
    rustcore_ip *all = rustcore_ip_resolve(s->io, "127.0.0.1", &count, &error);
    check(all && count == 1, "resolve");
    s->address = *all;
    rustcore_bytes_drop((rustcore_bytes){(uint8_t *)all, sizeof *all});
    int probe = socket(AF_INET, SOCK_STREAM, 0);
    socklen_t size = sizeof s->address.v4;
    check(!bind(probe, &s->address.address, size) && !getsockname(probe, &s->address.address, &size), "bind");
    close(probe);
}

static void send_later(void) {
    rustcore_port *port;
    rustcore_chan *chan;
    rustcore_stream(&number, &port, &chan);
    rustcore_iotask *global = rustcore_iotask_global();
    long value = 7, got = 0;
    rustcore_timer_delayed_send(global, 5, chan, &number, &value);
    rustcore_recv(port, &got);
    check(got == 7, "delayed");
    rustcore_port_drop(port);
    rustcore_iotask_drop(global);
}

static void io(void *unused) {
    (void)unused;
    server s = {.io = rustcore_iotask_spawn()};
    rustcore_stream(&number, &s.to_be_ready, &s.ready);
    rustcore_stream(&number, &s.to_be_over, &s.over);
    rustcore_stream(&address_of, &s.arrived, &s.connections);
    find_address(&s);
    rustcore_timer_sleep(s.io, 5);
    rustcore_spawn(body(listen_until_killed, &s));
    long up = 0;
    check(rustcore_timer_recv_timeout(s.io, 10000, s.to_be_ready, &up) && up == 1, "listening");
    rustcore_spawn(body(echo, &s));
    talk(&s);
    await(s.to_be_ready);
    rustcore_tcp_error wanted = {NULL, NULL};
    rustcore_shared_chan_send(s.kill, &wanted);
    await(s.to_be_over);
    send_later();
    rustcore_shared_chan_drop(s.kill);
    rustcore_chan *chans[] = {s.ready, s.over, s.connections};
    rustcore_port *ports[] = {s.to_be_ready, s.to_be_over, s.arrived};
    for (int i = 0; i < 3; i++) {
        rustcore_chan_drop(chans[i]);
        rustcore_port_drop(ports[i]);
    }
    rustcore_iotask_exit(s.io);
    rustcore_iotask_drop(s.io);
}

/* ---- weak */

static int told, exited;

static void wait_for_shutdown(rustcore_port_one *shutdown, void *chan) {
    tell(chan);
    rustcore_select_one(&shutdown, 1);
    told = rustcore_peek_one(shutdown);
}

static void be_weak(void *chan) { rustcore_weaken(wait_for_shutdown, chan); }

static void at_exit(void *unused) {
    (void)unused;
    exited = 1;
}

static void fail_in_group(void *unused) {
    (void)unused;
    rustcore_fail("group", __FILE__, __LINE__);
}

static void weak(void *unused) {
    (void)unused;
    rustcore_port *port;
    rustcore_chan *chan;
    rustcore_stream(&number, &port, &chan);
    rustcore_at_exit(body(at_exit, NULL));
    rustcore_spawn(body(be_weak, chan));
    await(port);
    check(!rustcore_try(body(fail_in_group, NULL)), "try");
    rustcore_port_drop(port);
    rustcore_chan_drop(chan);
}

int main(int argc, char **argv) {
    bool is_io = argc > 1 && !strcmp(argv[1], "io");
    int status = rustcore_start(body(is_io ? io : weak, NULL), argc, argv, NULL);
    check(is_io || (told && exited), "told");
    printf("%s\n", is_io ? "io" : "weak");
    return status;
}
