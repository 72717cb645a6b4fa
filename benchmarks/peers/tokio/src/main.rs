//! The workloads of benchmarks/README.md on tokio tasks and channels. rt=current|multi chooses the runtime, threads= its workers.
use std::future::{poll_fn, Future};
use std::io::Write;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, Notify};

fn arg_str(key: &str, def: &str) -> String {
    for a in std::env::args().skip(1) {
        if let Some((k, v)) = a.split_once('=') {
            if k == key { return v.to_string(); }
        }
    }
    def.to_string()
}
fn arg(key: &str, def: usize) -> usize { arg_str(key, "").parse().unwrap_or(def) }
fn kib(field: &str) -> usize {
    std::fs::read_to_string("/proc/self/status").unwrap().lines().find(|l| l.starts_with(field))
        .and_then(|l| l.split_whitespace().nth(1).unwrap().parse().ok()).unwrap_or(0)
}
fn cpu() -> u64 {
    unsafe {
        let mut r: libc::rusage = std::mem::zeroed();
        libc::getrusage(libc::RUSAGE_SELF, &mut r);
        ((r.ru_utime.tv_sec + r.ru_stime.tv_sec) * 1_000_000_000 + (r.ru_utime.tv_usec + r.ru_stime.tv_usec) * 1000) as u64
    }
}
struct T { t0: Instant, c0: u64, x: String }
impl T { fn start(&mut self) { self.t0 = Instant::now(); self.c0 = cpu(); } }

async fn spawn(t: &mut T) -> usize {
    let n = arg("n", 1_000_000);
    if arg_str("join", "handles") == "handles" {
        let mut v = Vec::with_capacity(n);
        for _ in 0..n { v.push(tokio::spawn(async {})); }
        for h in v { h.await.unwrap(); }
        t.x = "join=handles".into();
    } else {
        let c = Arc::new((AtomicUsize::new(n), Notify::new()));
        for _ in 0..n { let c = c.clone(); tokio::spawn(async move { if c.0.fetch_sub(1, AcqRel) == 1 { c.1.notify_one(); } }); }
        c.1.notified().await;
        t.x = "join=counter".into();
    }
    n
}
async fn parked(t: &mut T) -> usize {
    let n = arg("n", 1_000_000);
    let gate = Arc::new(Notify::new());
    let up = Arc::new((AtomicUsize::new(n), Notify::new()));
    let k0 = kib("VmRSS");
    t.start();
    for _ in 0..n { let (g, u) = (gate.clone(), up.clone()); tokio::spawn(async move { if u.0.fetch_sub(1, AcqRel) == 1 { u.1.notify_one(); } g.notified().await; }); }
    up.1.notified().await;
    t.x = format!("bytes_per_op={:.1}", (kib("VmRSS") - k0) as f64 * 1024.0 / n as f64);
    n
}
async fn yield_(t: &mut T) -> usize {
    let (n, k) = (arg("n", 10_000_000), arg("tasks", 2));
    let v: Vec<_> = (0..k).map(|_| tokio::spawn(async move { for _ in 0..n / k { tokio::task::yield_now().await; } })).collect();
    for h in v { h.await.unwrap(); }
    t.x = format!("tasks={k}");
    n
}
async fn ping(tx: mpsc::Sender<usize>, mut rx: mpsc::Receiver<usize>, n: usize) { for i in 0..n { tx.send(i).await.unwrap(); rx.recv().await.unwrap(); } }
async fn pong(tx: mpsc::Sender<usize>, mut rx: mpsc::Receiver<usize>, n: usize) { for _ in 0..n { let v = rx.recv().await.unwrap(); tx.send(v).await.unwrap(); } }
async fn pingpong(t: &mut T) -> usize {
    let n = arg("n", 2_000_000);
    let (a, ra) = mpsc::channel(1);
    let (b, rb) = mpsc::channel(1);
    t.x = "pinned=0".into();
    let (x, y) = (tokio::spawn(ping(a, rb, n)), tokio::spawn(pong(b, ra, n)));
    x.await.unwrap();
    y.await.unwrap();
    n
}
async fn ring(t: &mut T) -> usize {
    let (n, k) = (arg("n", 5_000_000) as i64, arg("tasks", 503));
    let (mut tx, mut rx) = (Vec::new(), Vec::new());
    for _ in 0..k { let (a, b) = mpsc::channel::<i64>(1); tx.push(Some(a)); rx.push(Some(b)); }
    let first = tx[0].clone().unwrap();
    let mut v = Vec::new();
    for i in 0..k {
        let (mut input, out) = (rx[i].take().unwrap(), tx[(i + 1) % k].take().unwrap());
        v.push(tokio::spawn(async move {
            loop {
                let m = input.recv().await.unwrap();
                if m > -(k as i64) + 1 { out.send(m - 1).await.unwrap(); }
                if m <= 0 { return input; }   // keep the receiver alive until all have ended
            }
        }));
    }
    first.send(n).await.unwrap();
    for h in v { h.await.unwrap(); }
    t.x = format!("tasks={k}");
    n as usize
}
async fn fanin(_: &mut T) -> usize {
    let (p, m) = (arg("producers", 1000), arg("msgs", 1000));
    let (tx, mut rx) = mpsc::channel::<usize>(arg("cap", 64));
    for _ in 0..p { let tx = tx.clone(); tokio::spawn(async move { for j in 0..m { tx.send(j).await.unwrap(); } }); }
    drop(tx);
    let c = tokio::spawn(async move { let mut s = 0; while let Some(v) = rx.recv().await { s += v; } s });
    assert_eq!(c.await.unwrap(), p * (m * (m - 1) / 2));
    p * m
}
async fn select(t: &mut T) -> usize {
    let (k, n) = (arg("pipes", 4), arg("n", 1_000_000));
    let each = n / k;
    let mut open = Vec::new();
    for _ in 0..k {
        let (tx, rx) = mpsc::channel::<usize>(1);
        tokio::spawn(async move { for j in 0..each { tx.send(j).await.unwrap(); } });
        open.push(rx);
    }
    let (mut sum, mut first) = (0, 0);
    while !open.is_empty() {
        // What select! makes of its branches, for any number of them: each is polled, and every time another one first.
        let (i, received) = poll_fn(|cx| {
            for j in 0..open.len() {
                let i = (first + j) % open.len();
                if let Poll::Ready(received) = open[i].poll_recv(cx) { return Poll::Ready((i, received)); }
            }
            Poll::Pending
        }).await;
        match received { Some(v) => sum += v, None => { open.swap_remove(i); } }
        first = i + 1;
    }
    assert_eq!(sum, k * (each * (each - 1) / 2));
    t.x = format!("pipes={k}");
    k * each
}
fn fib_serial(n: usize) -> usize { if n < 2 { n } else { fib_serial(n - 1) + fib_serial(n - 2) } }
fn fib(n: usize, cut: usize) -> Pin<Box<dyn Future<Output = usize> + Send>> {
    Box::pin(async move {
        if n <= cut { return fib_serial(std::hint::black_box(n)); }
        let (a, b) = (tokio::spawn(fib(n - 1, cut)), tokio::spawn(fib(n - 2, cut)));
        a.await.unwrap() + b.await.unwrap()
    })
}
async fn fibw(t: &mut T) -> usize {
    let (n, cut, it) = (arg("n", 30), arg("cutoff", 12), arg("iters", 20));
    let s = Instant::now();
    let mut z = 0;
    for _ in 0..it { z = std::hint::black_box(fib_serial(std::hint::black_box(n))); }
    let ser = s.elapsed().as_nanos() as usize / it;
    t.start();
    for _ in 0..it { assert_eq!(tokio::spawn(fib(n, cut)).await.unwrap(), z); }
    t.x = format!("n={n} cutoff={cut} serial_ns={ser}");
    it
}
async fn timers(t: &mut T) -> usize {
    let (n, within) = (arg("n", 1_000_000), arg("within_ms", 1000) as u64);
    let mut s = 88172645463325252u64;
    let d: Vec<u64> = (0..n).map(|_| { s ^= s << 13; s ^= s >> 7; s ^= s << 17; s % (within * 1_000_000) }).collect();
    t.start();
    let mut v = Vec::with_capacity(n);
    for ns in d { v.push(tokio::spawn(async move { let s = Instant::now(); let d = Duration::from_nanos(ns); tokio::time::sleep(d).await; s.elapsed().as_nanos() as i64 - ns as i64 })); }
    let mut late = Vec::with_capacity(n);
    for h in v { late.push(h.await.unwrap()); }
    let (w, c) = (t.t0.elapsed(), cpu() - t.c0);
    late.sort_unstable();
    t.x = format!("late_p50_us={:.1} late_p99_us={:.1} wall_ms={} cpu_ms={:.0}", late[n / 2] as f64 / 1e3, late[n * 99 / 100] as f64 / 1e3, w.as_millis(), c as f64 / 1e6);
    n
}
struct D;
static SINK: AtomicUsize = AtomicUsize::new(0);
impl Drop for D { fn drop(&mut self) { SINK.fetch_add(1, Relaxed); } }
fn deep(d: usize, g: Arc<Notify>) -> Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move { let _d = D; if d > 1 { deep(d - 1, g).await } else { g.notified().await } })
}
async fn cancel(t: &mut T) -> usize {
    let (n, depth) = (arg("n", 100_000), arg("depth", 1));
    let g = Arc::new(Notify::new());
    let v: Vec<_> = (0..n).map(|_| tokio::spawn(deep(depth, g.clone()))).collect();
    tokio::time::sleep(Duration::from_millis(300)).await;
    t.start();
    for h in &v { h.abort(); }
    for h in v { assert!(h.await.unwrap_err().is_cancelled()); }
    t.x = format!("depth={depth}");
    n
}
// two current_thread runtimes on two pinned OS threads
fn pinned(n: usize) {
    let (a, ra) = mpsc::channel(1);
    let (b, rb) = mpsc::channel(1);
    fn rt() -> tokio::runtime::Runtime { tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap() }
    let h = std::thread::spawn(move || { let r = rt(); r.block_on(async { tokio::spawn(pong(b, ra, n)).await.unwrap() }) });
    let r = rt();
    r.block_on(async { tokio::spawn(ping(a, rb, n)).await.unwrap() });
    h.join().unwrap();
}
fn main() {
    let w = std::env::args().nth(1).unwrap_or_default();
    let (threads, kind) = (arg("threads", 1), arg_str("rt", "current"));
    let mut warm = arg("warm", 1);
    let rt = if kind == "current" { tokio::runtime::Builder::new_current_thread().enable_all().build() } else { tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build() }.unwrap();
    if w == "parked" { warm = 0; }
    let mut first = 0.0;
    for i in 0..=warm {
        let mut t = T { t0: Instant::now(), c0: cpu(), x: String::new() };
        let w2 = w.clone();
        let n;
        if w == "pingpong" && arg("pinned", 0) == 1 { n = arg("n", 200_000); pinned(n); t.x = "pinned=1".into(); }
        else {
            let body = async move {
                let n = match w2.as_str() { "spawn" => spawn(&mut t).await, "parked" => parked(&mut t).await, "yield" => yield_(&mut t).await, "pingpong" => pingpong(&mut t).await, "ring" => ring(&mut t).await, "fanin" => fanin(&mut t).await, "select" => select(&mut t).await, "fib" => fibw(&mut t).await, "timers" => timers(&mut t).await, "cancel" => cancel(&mut t).await, _ => panic!("unknown workload") };
                (n, t, Instant::now(), cpu())
            };
            let (k, t2, _, _) = rt.block_on(async { tokio::spawn(body).await.unwrap() });
            n = k; t = t2;
        }
        let (wall, c) = (t.t0.elapsed().as_nanos() as f64, (cpu() - t.c0) as f64);
        if i == 0 { first = wall / n as f64; }
        if i == warm { println!("workload={w} threads={threads} ns_per_op={:.1} ops={n} rss_kib={} cpu_ns_per_op={:.1} first_ns_per_op={first:.1} rt={kind} {}", wall / n as f64, kib("VmHWM"), c / n as f64, t.x); std::io::stdout().flush().unwrap(); if w == "parked" || w == "cancel" { unsafe { libc::_exit(0) } } }
    }
}
