// Each subject of the new runtime once, a line or two each, the same in every run: so that a build with NativeAOT can be compared with one
// that is compiled in time.
using Rustrt.Federation.Aot;

Tasks.Run();
Subjects.Observe();
Subjects.Log();
Subjects.Simulate();
Subjects.Host();
