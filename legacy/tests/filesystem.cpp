#include "harness.h"
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
using namespace harness;

static char *text_of(rust_str *string) {
    return reinterpret_cast<char *>(string->data);
}

// As the runtime makes them: no count, a descriptor, exactly as much room as is used, the NUL included.
static void check_string(rust_str *string) {
    CHECK(string->header.ref_count == 0 && string->header.td);
    CHECK(string->fill == strlen(text_of(string)) + 1 && string->alloc == string->fill);
}

static rust_str *string(const char *text) {
    size_t size = strlen(text) + 1;
    auto *s = static_cast<rust_str *>(rust_uv_current_kernel_malloc(sizeof(rust_str) + size));
    s->fill = s->alloc = size;
    memcpy(s->data, text, size);
    return s;
}

static std::string scratch_directory() {
    char path[] = "/tmp/rustrt-test-XXXXXX";
    CHECK(mkdtemp(path));
    return path;
}

static int exists(const std::string &path) {
    return rust_path_exists(const_cast<char *>(path.c_str()));
}

static int is_dir(const std::string &path) {
    return rust_path_is_dir(const_cast<char *>(path.c_str()));
}

START(paths_are_looked_at, exits(0)) {
    CHECK(is_dir("/") && !is_dir("/etc/passwd") && !is_dir("/no/such/path"));
    CHECK(exists("/") == 1 && exists("/etc/passwd") == 1 && exists("/no/such/path") == 0);
}

START(every_error_of_a_path_is_no, exits(0)) {
    for (const std::string &path :
         {std::string(), std::string("/etc/passwd/below"), "/" + std::string(5000, 'x')})
        CHECK(exists(path) == 0 && is_dir(path) == 0);
}

START(links_are_followed, exits(0)) {
    std::string folder = scratch_directory(), to_folder = folder + "/a", to_file = folder + "/b",
                to_none = folder + "/c";
    CHECK(!symlink("/", to_folder.c_str()) && !symlink("/etc/passwd", to_file.c_str()) &&
          !symlink("/no/such/path", to_none.c_str()));
    CHECK(is_dir(to_folder) && exists(to_folder) == 1);
    CHECK(!is_dir(to_file) && exists(to_file) == 1);
    CHECK(!is_dir(to_none) && exists(to_none) == 0);
    for (auto &link : {to_folder, to_file, to_none}) unlink(link.c_str());
    rmdir(folder.c_str());
}

CASE(working_directory_is_an_exchange_string, exits(0).threads("1")) {
    on_c([] {
        char expected[4096];
        CHECK(getcwd(expected, sizeof expected));
        uintptr_t before = *rust_get_exchange_count_ptr();
        rust_str *path = rust_getcwd();
        CHECK(*rust_get_exchange_count_ptr() == before + 1);
        CHECK(!strcmp(text_of(path), expected));
        check_string(path);
        rust_uv_current_kernel_free(path);
    });
}

START(working_directory_needs_a_task, aborts("no current task")) {
    rust_getcwd();
}

static void lose_working_directory() {
    std::string path = scratch_directory();
    CHECK(!chdir(path.c_str()) && !rmdir(path.c_str()));
}

CASE(a_lost_directory_fails_the_task_silently_on_the_rust_stack, exits(101).no_err("task failed at")) {
    on_c([] { lose_working_directory(); });
    rust_getcwd();
}

CASE(a_lost_directory_aborts_through_the_shim, aborts("Foreign code threw an exception")) {
    on_c([] {
        lose_working_directory();
        rust_getcwd();
    });
}

// Works in a directory whose path has this many bytes, and takes it away again.
class deep_directory {
    std::vector<std::string> _names;

    void enter(const std::string &name) {
        CHECK(!mkdir(name.c_str(), 0700) && !chdir(name.c_str()));
        _names.push_back(name);
    }

public:
    explicit deep_directory(size_t length) {
        std::string top = scratch_directory();
        CHECK(!chdir(top.c_str()));
        size_t left = length - top.size();
        for (; left > 202; left -= 101) enter(std::string(100, 'd'));
        enter(std::string(left - 1, 'e'));
    }
    ~deep_directory() {
        on_c([&] {
            char top[64];
            for (; !_names.empty(); _names.pop_back()) CHECK(!chdir("..") && !rmdir(_names.back().c_str()));
            CHECK(getcwd(top, sizeof top) && !chdir("/") && !rmdir(top));
        });
    }
};

CASE(a_working_directory_of_2047_bytes_is_told, exits(0)) {
    on_c([] {
        deep_directory deep(2047);
        rust_str *path = rust_getcwd();
        CHECK(path->fill == 2048);
        check_string(path);
        rust_uv_current_kernel_free(path);
    });
}

CASE(a_working_directory_of_2048_bytes_fails_the_task, exits(101).no_err("task failed at")) {
    deep_directory deep(2048);
    rust_getcwd();
}

static void free_list(rust_vec_box *list) {
    auto **names = reinterpret_cast<rust_str **>(list->data);
    for (size_t i = 0; i < list->fill / 8; i++) rust_uv_current_kernel_free(names[i]);
    rust_uv_current_kernel_free(list);
}

CASE(a_listing_has_all_entries_in_their_order_with_the_dots, exits(0).threads("1")) {
    on_c([] {
        std::string folder = scratch_directory();
        for (const char *name : {"/b", "/a", "/c d", "/\xc3\xa4"})
            close(creat((folder + name).c_str(), 0600));
        std::vector<std::string> expected;
        DIR *directory = opendir(folder.c_str());
        while (dirent *entry = readdir(directory)) expected.push_back(entry->d_name);
        closedir(directory);
        rust_str *path = string(folder.c_str());
        uintptr_t before = *rust_get_exchange_count_ptr();
        rust_vec_box *list = rust_list_files(path), *again = rust_list_files2(&path);
        CHECK(*rust_get_exchange_count_ptr() == before + 2 * 7);
        for (rust_vec_box *each : {list, again}) {
            CHECK(each->header.ref_count == 0 && !each->header.td && each->fill == 6 * 8 &&
                  each->alloc == each->fill);
            for (size_t i = 0; i < 6; i++) {
                rust_str *name = reinterpret_cast<rust_str **>(each->data)[i];
                check_string(name);
                CHECK(expected[i] == text_of(name));
            }
            free_list(each);
        }
        rust_uv_current_kernel_free(path);
        for (const std::string &name : expected) unlink((folder + "/" + name).c_str());
        rmdir(folder.c_str());
    });
}

CASE(what_is_no_directory_lists_nothing, exits(0).threads("1")) {
    on_c([] {
        for (const char *name : {"/no/such/path", "/etc/passwd", ""}) {
            rust_str *path = string(name);
            uintptr_t before = *rust_get_exchange_count_ptr();
            rust_vec_box *list = rust_list_files(path);
            CHECK(*rust_get_exchange_count_ptr() == before + 1);
            CHECK(list->fill == 0 && list->alloc == 0 && list->header.ref_count == 0 && !list->header.td);
            free_list(list);
            rust_uv_current_kernel_free(path);
        }
    });
}

START(a_listing_needs_a_task, aborts("no current task")) {
    rust_list_files(nullptr);
}
