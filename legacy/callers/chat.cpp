// A chat: members who talk in several rooms at once. A room has a line from each of its members in a port set
// and passes what it hears on to all of them; a member hears all its rooms through a port set of its own.
// Members leave when they have said what they had to say; a room closes behind the last one, and who has no
// open room left goes home.
#include "core_caller.h"

using namespace caller;

namespace {

long members, rooms, lines;

struct Line {
  long room, speaker, number;
};

struct Member {
  long number;
  std::vector<rustcore::chan<Line>> speak; // one for each room
  rustcore::port_set<Line> hear;
};

struct Room {
  long number;
  rustcore::port_set<Line> hear;
  std::vector<rustcore::chan<Line>> speak; // one for each member
};

void run_room(Room &room) {
  long passed = 0;
  for (; auto line = room.hear.try_recv(); passed++)
    for (auto &member : room.speak)
      member.send(*line);
  say("task room-%ld: closes after %ld lines", room.number, passed);
}

void run_member(Member &me, const rustcore::shared_chan<long> &heard) {
  std::vector<long> next(rooms * members, 0);
  long count = 0, disordered = 0;
  auto listen = [&] {
    auto line = me.hear.try_recv();
    if (!line)
      return false;
    count++;
    long &expected = next[line->room * members + line->speaker];
    disordered += line->number != expected;
    expected = line->number + 1;
    return true;
  };
  for (long i = 0; i < lines; i++) {
    for (long room = 0; room < rooms; room++)
      me.speak[room].send({room, me.number, i});
    listen();
  }
  me.speak.clear();
  while (listen()) {
  }
  say("task member-%ld: heard %ld lines, %ld out of order", me.number, count, disordered);
  heard.send(disordered ? -1 : count);
}

void chat() {
  std::vector<Room> house;
  for (long i = 0; i < rooms; i++)
    house.push_back({i, {}, {}});
  auto [port, chan] = rustcore::stream<long>();
  rustcore::shared_chan<long> heard(std::move(chan));
  for (long i = 0; i < members; i++) {
    Member member{i, {}, {}};
    for (Room &room : house) {
      member.speak.push_back(room.hear.chan());
      room.speak.push_back(member.hear.chan());
    }
    rustcore::spawn([member = std::move(member), heard]() mutable { run_member(member, heard); });
  }
  for (Room &room : house)
    rustcore::spawn([room = std::move(room)]() mutable { run_room(room); });
  long sum = 0;
  for (long i = 0; i < members; i++)
    sum += port.recv();
  say("%ld members in %ld rooms heard %ld lines", members, rooms, sum);
  if (sum != members * members * rooms * lines)
    wrong();
}

} // namespace

int main(int argc, char **argv) {
  Arguments arguments(argc, argv, "members who talk in several rooms at once, over port sets",
                      {{"members", "12", "tasks that talk"},
                       {"rooms", "3", "rooms, each a task; everybody is in all of them"},
                       {"lines", "20", "lines that each member says in each room"}});
  members = arguments.number("members", 1);
  rooms = arguments.number("rooms", 1);
  lines = arguments.number("lines");
  return run_core_program(argc, argv, chat);
}
