// A TCP echo server and its clients in one program, on the loop that all tasks share. A listener hands each
// connection to a task that sends back what it reads; the clients check what they get, and the last one gone
// ends the listener.
#include "core_caller.h"

using namespace caller;

namespace {

long clients, messages, size;
std::string address;

// A port that nobody listens on. Another process may take it before the listener does, which says so.
uint16_t free_port(const char *text) {
  bool v6 = strchr(text, ':');
  rustcore_ip any = {};
  any.address.sa_family = v6 ? AF_INET6 : AF_INET;
  socklen_t length = v6 ? sizeof any.v6 : sizeof any.v4;
  int probe = socket(any.address.sa_family, SOCK_STREAM, 0);
  if (probe < 0 || bind(probe, &any.address, length) || getsockname(probe, &any.address, &length))
    return 0;
  close(probe);
  return ntohs(v6 ? any.v6.sin6_port : any.v4.sin_port);
}

void complain(const char *what, rustcore::tcp_status status) {
  say("%s: %s (%s)", what, status.error.message, status.error.name);
  wrong();
}

// Until the client has gone.
void echo(rustcore::tcp_connection connection) {
  auto socket = connection.accept();
  if (!socket)
    return complain("accept", socket.status());
  for (;;) {
    auto bytes = socket->read();
    if (!bytes)
      return bytes.status().is("EOF") ? void() : complain("the server's read", bytes.status());
    if (auto status = socket->write(*bytes); !status)
      return complain("the server's write", status);
  }
}

// A message that no other client sends.
std::string text_of(long client, long message) {
  std::string text;
  for (long i = 0; i < size; i++)
    text += static_cast<char>('a' + (client * 7 + message * 3 + i) % 26);
  return text;
}

// Bytes that came back right.
long talk(long client, rustcore::tcp_socket &socket) {
  long right = 0;
  for (long i = 0; i < messages; i++) {
    std::string sent = text_of(client, i), back;
    if (auto status = socket.write(sent); !status)
      return complain("a client's write", status), right;
    while (back.size() < sent.size()) {
      auto some = socket.read();
      if (!some)
        return complain("a client's read", some.status()), right;
      back += *some;
    }
    right += back == sent ? size : 0;
  }
  return right;
}

void client(long number, const rustcore::io_task &io, const rustcore::ip &server,
            const rustcore::shared_chan<long> &done) {
  auto socket = rustcore::tcp_socket::connect(io, server);
  long right = 0;
  if (socket)
    right = talk(number, *socket);
  else
    complain("connect", socket.status());
  say("task client-%ld: %ld bytes came back", number, right);
  done.send(right);
}

void wait_for_clients(const rustcore::io_task &io, const rustcore::ip &server,
                      const rustcore::tcp_kill &kill) {
  auto [port, chan] = rustcore::stream<long>();
  rustcore::shared_chan<long> done(std::move(chan));
  for (long i = 0; i < clients; i++)
    rustcore::spawn([=] { client(i, io, server, done); });
  long sum = 0;
  for (long i = 0; i < clients; i++)
    sum += port.recv();
  say("%ld clients, %ld bytes", clients, sum);
  if (sum != clients * messages * size)
    wrong();
  kill.send({nullptr, nullptr});
}

void serve() {
  auto io = rustcore::io_task::global();
  auto server = rustcore::ip::parse(address.c_str(), on_c([] { return free_port(address.c_str()); }));
  if (!server) {
    say("address=%s: not an address of IPv4 or IPv6", address.c_str());
    return wrong();
  }
  auto status = rustcore::tcp_listen(
      io, *server, 128,
      [&](rustcore::tcp_kill kill) {
        rustcore::spawn(
            [io, server = *server, kill = std::move(kill)] { wait_for_clients(io, server, kill); });
      },
      [](rustcore::tcp_connection connection, const rustcore::tcp_kill &) {
        rustcore::spawn([connection = std::move(connection)]() mutable { echo(std::move(connection)); });
      });
  if (!status)
    return complain("listen", status);
  say("the listener has ended");
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(argc, argv, "a TCP echo server and its clients",
                      {{"clients", "8", "tasks that connect, all at once"},
                       {"messages", "20", "messages of each, one after the other"},
                       {"size", "1000", "bytes of a message"},
                       {"address", "127.0.0.1", "where the server listens; ::1 for IPv6"}});
  clients = arguments.number("clients", 1);
  messages = arguments.number("messages");
  size = arguments.number("size", 1);
  address = arguments.text("address");
  return run_core_program(argc, argv, serve);
}
