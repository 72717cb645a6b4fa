// The workloads of benchmarks/README.md on goroutines and channels. threads= sets GOMAXPROCS.
package main

import (
	"context"
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"runtime/debug"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

func argStr(key, def string) string {
	for _, a := range os.Args[1:] {
		if strings.HasPrefix(a, key+"=") {
			return a[len(key)+1:]
		}
	}
	return def
}
func arg(key string, def int) int {
	if v, e := strconv.Atoi(argStr(key, "")); e == nil {
		return v
	}
	return def
}
func kib(field string) int {
	b, _ := os.ReadFile("/proc/self/status")
	for _, l := range strings.Split(string(b), "\n") {
		if strings.HasPrefix(l, field+":") {
			v, _ := strconv.Atoi(strings.Fields(l)[1])
			return v
		}
	}
	return 0
}
func cpu() int64 {
	var r syscall.Rusage
	syscall.Getrusage(0, &r)
	return r.Utime.Nano() + r.Stime.Nano()
}

// a workload returns the number of operations and extra fields; t0/c0 may be moved forward past its set-up
type timing struct {
	t0 time.Time
	c0 int64
}

func (t *timing) start() { t.t0, t.c0 = time.Now(), cpu() }

func spawn(t *timing) (int, string) {
	n := arg("n", 1000000)
	var wg sync.WaitGroup
	wg.Add(n)
	for i := 0; i < n; i++ {
		go wg.Done()
	}
	wg.Wait()
	return n, ""
}
func parked(t *timing) (int, string) {
	n := arg("n", 1000000)
	runtime.GC()
	debug.FreeOSMemory()
	k0 := kib("VmRSS")
	var up sync.WaitGroup
	up.Add(n)
	ch := make(chan struct{})
	t.start()
	for i := 0; i < n; i++ {
		go func() { up.Done(); <-ch }()
	}
	up.Wait()
	x := fmt.Sprintf("bytes_per_op=%.1f", float64(kib("VmRSS")-k0)*1024/float64(n))
	return n, x
}
func yield(t *timing) (int, string) {
	n, k := arg("n", 10000000), arg("tasks", 2)
	var wg sync.WaitGroup
	wg.Add(k)
	for i := 0; i < k; i++ {
		go func() {
			for j := 0; j < n/k; j++ {
				runtime.Gosched()
			}
			wg.Done()
		}()
	}
	wg.Wait()
	return n, fmt.Sprintf("tasks=%d", k)
}
func pingpong(t *timing) (int, string) {
	n, c, pinned := arg("n", 2000000), arg("cap", 0), arg("pinned", 0)
	a, b := make(chan int, c), make(chan int, c)
	done := make(chan bool)
	go func() {
		if pinned == 1 {
			runtime.LockOSThread()
		}
		for i := 0; i < n; i++ {
			b <- <-a
		}
		done <- true
	}()
	go func() {
		if pinned == 1 {
			runtime.LockOSThread()
		}
		for i := 0; i < n; i++ {
			a <- i
			<-b
		}
		done <- true
	}()
	<-done
	<-done
	return n, fmt.Sprintf("cap=%d pinned=%d", c, pinned)
}
func ring(t *timing) (int, string) {
	n, k, c := arg("n", 5000000), arg("tasks", 503), arg("cap", 0)
	ch := make([]chan int, k)
	for i := range ch {
		ch[i] = make(chan int, c)
	}
	var wg sync.WaitGroup
	wg.Add(k)
	for i := 0; i < k; i++ {
		in, out := ch[i], ch[(i+1)%k]
		go func() {
			defer wg.Done()
			for {
				v := <-in
				if v > -k+1 {
					out <- v - 1
				}
				if v <= 0 {
					return
				}
			}
		}()
	}
	ch[0] <- n
	wg.Wait()
	return n, fmt.Sprintf("tasks=%d cap=%d", k, c)
}
func fanin(t *timing) (int, string) {
	p, m, c := arg("producers", 1000), arg("msgs", 1000), arg("cap", 64)
	ch := make(chan int, c)
	for i := 0; i < p; i++ {
		go func() {
			for j := 0; j < m; j++ {
				ch <- j
			}
		}()
	}
	s := 0
	for i := 0; i < p*m; i++ {
		s += <-ch
	}
	if s != p*(m*(m-1)/2) {
		panic("bad sum")
	}
	return p * m, ""
}

// A select statement has the cases that it was written with.
const selectCases = 4

func selectw(t *timing) (int, string) {
	n := arg("n", 1000000)
	if k := arg("pipes", selectCases); k != selectCases {
		fmt.Fprintf(os.Stderr, "pipes=%d: only %d\n", k, selectCases)
		os.Exit(2)
	}
	each := n / selectCases
	var ch [selectCases]chan int
	for i := range ch {
		c := make(chan int, 1)
		ch[i] = c
		go func() {
			for j := 0; j < each; j++ {
				c <- j
			}
			close(c)
		}()
	}
	s := 0
	for open := selectCases; open > 0; {
		var i, v int
		var ok bool
		select {
		case v, ok = <-ch[0]:
			i = 0
		case v, ok = <-ch[1]:
			i = 1
		case v, ok = <-ch[2]:
			i = 2
		case v, ok = <-ch[3]:
			i = 3
		}
		if ok {
			s += v
		} else {
			ch[i] = nil
			open--
		}
	}
	if s != selectCases*(each*(each-1)/2) {
		panic("bad sum")
	}
	return selectCases * each, fmt.Sprintf("pipes=%d", selectCases)
}
func fibSerial(n int) int {
	if n < 2 {
		return n
	}
	return fibSerial(n-1) + fibSerial(n-2)
}
func fib(n, cut int, out *int, up *sync.WaitGroup) {
	defer up.Done()
	if n <= cut {
		*out = fibSerial(n)
		return
	}
	var a, b int
	var wg sync.WaitGroup
	wg.Add(2)
	go fib(n-1, cut, &a, &wg)
	go fib(n-2, cut, &b, &wg)
	wg.Wait()
	*out = a + b
}
func fibw(t *timing) (int, string) {
	n, cut, it := arg("n", 30), arg("cutoff", 12), arg("iters", 20)
	s0 := time.Now()
	z := 0
	for i := 0; i < it; i++ {
		z += fibSerial(n)
	}
	ser := time.Since(s0).Nanoseconds() / int64(it)
	t.start()
	for i := 0; i < it; i++ {
		var wg sync.WaitGroup
		wg.Add(1)
		o := 0
		go fib(n, cut, &o, &wg)
		wg.Wait()
		if o*it != z {
			panic("fib")
		}
	}
	return it, fmt.Sprintf("n=%d cutoff=%d serial_ns=%d", n, cut, ser)
}
func timers(t *timing) (int, string) {
	n, within := arg("n", 1000000), arg("within_ms", 1000)
	late := make([]int64, n)
	d := make([]int64, n)
	r := rand.New(rand.NewSource(1))
	for i := range d {
		d[i] = r.Int63n(int64(within) * 1000000)
	}
	var wg sync.WaitGroup
	wg.Add(n)
	t.start()
	for i := 0; i < n; i++ {
		i := i
		go func() {
			s := time.Now()
			time.Sleep(time.Duration(d[i]))
			late[i] = time.Since(s).Nanoseconds() - d[i]
			wg.Done()
		}()
	}
	wg.Wait()
	w := time.Since(t.t0)
	sort.Slice(late, func(i, j int) bool { return late[i] < late[j] })
	return n, fmt.Sprintf("late_p50_us=%.1f late_p99_us=%.1f wall_ms=%.0f cpu_ms=%.0f", float64(late[n/2])/1e3, float64(late[n*99/100])/1e3, float64(w.Milliseconds()), float64(cpu()-t.c0)/1e6)
}

var sink int64

func deep(d int, ctx context.Context) {
	defer func() { atomic.AddInt64(&sink, 1) }()
	if d > 1 {
		deep(d-1, ctx)
		return
	}
	<-ctx.Done()
}
func cancel(t *timing) (int, string) {
	n, depth, each := arg("n", 100000), arg("depth", 1), arg("each", 0)
	var up, wg sync.WaitGroup
	up.Add(n)
	wg.Add(n)
	root, stop := context.WithCancel(context.Background())
	stops := make([]context.CancelFunc, 0, n)
	for i := 0; i < n; i++ {
		c := root
		if each == 1 {
			x, s := context.WithCancel(context.Background())
			c = x
			stops = append(stops, s)
		}
		go func() { up.Done(); deep(depth, c); wg.Done() }()
	}
	up.Wait()
	time.Sleep(20 * time.Millisecond)
	t.start()
	stop()
	for _, s := range stops {
		s()
	}
	wg.Wait()
	return n, fmt.Sprintf("depth=%d each=%d", depth, each)
}
func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: go WORKLOAD NAME=VALUE...")
		os.Exit(2)
	}
	w, threads, warm := os.Args[1], arg("threads", 1), arg("warm", 1)
	runtime.GOMAXPROCS(threads)
	f := map[string]func(*timing) (int, string){"spawn": spawn, "parked": parked, "yield": yield, "pingpong": pingpong, "ring": ring, "fanin": fanin, "select": selectw, "fib": fibw, "timers": timers, "cancel": cancel}[w]
	if f == nil {
		fmt.Fprintln(os.Stderr, "unknown workload", w)
		os.Exit(2)
	}
	if w == "parked" {
		warm = 0
	}
	first := 0.0
	for i := 0; i <= warm; i++ {
		var t timing
		t.start()
		n, x := f(&t)
		wall, c := time.Since(t.t0).Nanoseconds(), cpu()-t.c0
		if i == 0 {
			first = float64(wall) / float64(n)
		}
		if i == warm {
			fmt.Printf("workload=%s threads=%d ns_per_op=%.1f ops=%d rss_kib=%d cpu_ns_per_op=%.1f first_ns_per_op=%.1f %s\n", w, threads, float64(wall)/float64(n), n, kib("VmHWM"), float64(c)/float64(n), first, x)
		}
	}
}
