#include "memory/vectors.h"
#include "router/binding.h"
#include "rustrt.h"
#include <dirent.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

using namespace legacy;

extern "C" {

int rust_path_is_dir(char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

int rust_path_exists(char *path) {
    struct stat status;
    return stat(path, &status) == 0;
}

rust_str *rust_getcwd(void) {
    rustrt_task_block *task = calling_task();
    char path[2048];
    // Behind the C-stack shim, where compiled code calls it, this failure aborts the process.
    if (!getcwd(path, sizeof path)) in_use.core->raise(task);
    return vectors::make_string(path);
}

rust_vec_box *rust_list_files(rust_str *path) {
    calling_task();
    std::vector<rust_str *> names;
    if (DIR *directory = opendir(reinterpret_cast<char *>(path->data))) {
        while (dirent *entry = readdir(directory)) names.push_back(vectors::make_string(entry->d_name));
        closedir(directory);
    }
    rust_vec_box *list = vectors::make_of_strings(names.size());
    for (size_t i = 0; i < names.size(); i++) vectors::strings_of(list)[i] = names[i];
    return list;
}

rust_vec_box *rust_list_files2(rust_str **path) {
    return rust_list_files(*path);
}
}
