%% The workloads of benchmarks/README.md on Erlang processes and messages (whose mailboxes have no bound).
-module(greenbench).
-export([main/1]).
-compile({no_auto_import,[]}).

arg(K, D) -> case get({arg, K}) of undefined -> D; V -> list_to_integer(V) end.
kib(F) ->
    {ok, B} = file:read_file("/proc/self/status"),
    case re:run(B, F ++ ":\\s+(\\d+)", [{capture, [1], list}]) of {match, [V]} -> list_to_integer(V); _ -> 0 end.
cpu() ->   % ns, from /proc/self/stat in ticks
    {ok, B} = file:read_file("/proc/self/stat"),
    [_, R] = string:split(binary_to_list(B), ")", trailing),
    L = string:tokens(R, " "),
    (list_to_integer(lists:nth(12, L)) + list_to_integer(lists:nth(13, L))) * 10000000.
now_ns() -> erlang:monotonic_time(nanosecond).
start() -> put(c0, cpu()), put(t0, now_ns()).

wait(0) -> ok;
wait(N) -> receive done -> wait(N - 1) end.

run("spawn") -> N = arg("n", 1000000), S = self(), C = atomics:new(1, []), atomics:put(C, 1, N), sp(N, S, C), wait(1), {N, ""};
run("parked") ->
    N = arg("n", 1000000), S = self(), process_flag(message_queue_data, off_heap), K0 = kib("VmRSS"), M0 = erlang:memory(processes), start(),
    L = pk(N, S, []), wait(N),
    M1 = erlang:memory(processes), X = io_lib:format("bytes_per_op=~.1f vm_processes_per_op=~.1f", [(kib("VmRSS") - K0) * 1024 / N, (M1 - M0) / N]),
    put(keep, L), {N, X};
run("yield") ->
    N = arg("n", 10000000), K = arg("tasks", 2), S = self(),
    [spawn(fun() -> yl(N div K), S ! done end) || _ <- lists:seq(1, K)], wait(K), {N, io_lib:format("tasks=~b", [K])};
run("pingpong") ->
    N = arg("n", 2000000), S = self(),
    B = spawn(fun() -> pong(N), S ! done end), spawn(fun() -> ping(N, B), S ! done end), wait(2), {N, ""};
run("ring") ->
    N = arg("n", 5000000), K = arg("tasks", 503), S = self(),
    First = spawn(fun() -> receive {next, P} -> ringer(P, K), S ! done end end),
    Last = lists:foldl(fun(_, Nx) -> spawn(fun() -> ringer(Nx, K), S ! done end) end, First, lists:seq(2, K)),
    First ! {next, Last}, First ! {tok, N}, wait(K), {N, io_lib:format("tasks=~b", [K])};
run("fanin") ->
    P = arg("producers", 1000), M = arg("msgs", 1000), S = self(),
    C = spawn(fun() -> drain(P * M, 0), S ! done end),
    [spawn(fun() -> produce(C, M) end) || _ <- lists:seq(1, P)], wait(1), {P * M, "bounded=0"};
run("fib") ->
    N = arg("n", 30), Cut = arg("cutoff", 12), It = arg("iters", 20), T = now_ns(), [fs(N) || _ <- lists:seq(1, It)], Ser = (now_ns() - T) div It, start(),
    [begin S = self(), spawn(fun() -> S ! {r, fib(N, Cut)} end), receive {r, _} -> ok end end || _ <- lists:seq(1, It)],
    {It, io_lib:format("n=~b cutoff=~b serial_ns=~b", [N, Cut, Ser])};
run("timers") ->
    N = arg("n", 1000000), W = arg("within_ms", 1000), S = self(), rand:seed(exsss, 1),
    Ds = [1 + rand:uniform(W) - 1 || _ <- lists:seq(1, N)], start(),
    [spawn(fun() -> T = now_ns(), receive after D -> ok end, S ! {late, now_ns() - T - D * 1000000} end) || D <- Ds],
    L = lists:sort([receive {late, X} -> X end || _ <- Ds]), Wall = now_ns() - get(t0), Cpu = cpu() - get(c0),
    {N, io_lib:format("late_p50_us=~.1f late_p99_us=~.1f wall_ms=~b cpu_ms=~b", [lists:nth(N div 2, L) / 1000, lists:nth(N * 99 div 100, L) / 1000, Wall div 1000000, Cpu div 1000000])};
run("cancel") ->
    N = arg("n", 100000), S = self(), L = pk(N, S, []), wait(N), [erlang:monitor(process, P) || P <- L], start(),
    [exit(P, kill) || P <- L], [receive {'DOWN', _, process, _, killed} -> ok end || _ <- L], {N, ""}.

sp(0, _, _) -> ok;
sp(N, S, C) -> spawn(fun() -> case atomics:sub_get(C, 1, 1) of 0 -> S ! done; _ -> ok end end), sp(N - 1, S, C).
pk(0, _, L) -> L;
pk(N, S, L) -> P = spawn(fun() -> S ! done, receive stop -> ok end end), pk(N - 1, S, [P | L]).
yl(0) -> ok;
yl(N) -> erlang:yield(), yl(N - 1).
ping(0, _) -> ok;
ping(N, B) -> B ! {self(), N}, receive N -> ping(N - 1, B) end.
pong(0) -> ok;
pong(N) -> receive {F, V} -> F ! V, pong(N - 1) end.
ringer(Nx, K) -> receive {tok, V} -> if V > 1 - K -> Nx ! {tok, V - 1}; true -> ok end, if V =< 0 -> ok; true -> ringer(Nx, K) end end.
produce(_, 0) -> ok;
produce(C, M) -> C ! M, produce(C, M - 1).
drain(0, A) -> A;
drain(N, A) -> receive M when is_integer(M) -> drain(N - 1, A + M) end.
fs(N) when N < 2 -> N;
fs(N) -> fs(N - 1) + fs(N - 2).
fib(N, C) when N =< C -> fs(N);
fib(N, C) -> S = self(), spawn(fun() -> S ! {r, fib(N - 1, C)} end), spawn(fun() -> S ! {r, fib(N - 2, C)} end), receive {r, A} -> receive {r, B} -> A + B end end.

main([W | Args]) ->
    [case string:split(A, "=") of [K, V] -> put({arg, K}, V); _ -> ok end || A <- Args],
    Warm = case W of "parked" -> 0; _ -> arg("warm", 1) end, loop(W, 0, Warm, 0.0), halt(0).
loop(W, I, Warm, First0) ->
    start(), {N, X} = run(W), Wall = now_ns() - get(t0), Cpu = cpu() - get(c0), First = case I of 0 -> Wall / N; _ -> First0 end,
    case I of
        Warm -> io:format("workload=~s threads=~b ns_per_op=~.1f ops=~b rss_kib=~b cpu_ns_per_op=~.1f first_ns_per_op=~.1f ~s~n", [W, erlang:system_info(schedulers_online), Wall / N, N, kib("VmHWM"), Cpu / N, First, X]);
        _ -> loop(W, I + 1, Warm, First)
    end.
