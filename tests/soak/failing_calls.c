/* SPDX-License-Identifier: MIT */
/* A library for LD_PRELOAD that counts a process's calls on files below some folders and lets chosen ones fail, as a broken
 * or full disk would. What the C library calls inside itself is not seen: fopen() counts, its reads do not.
 *
 * FB_FAULT_UNDER   folders, absolute, separated by colons; calls on other files are neither counted nor touched
 * FB_FAULT_AT      the first call that fails, from 1; 0: none, and every counted call is noted in the log
 * FB_FAULT_ALL     not empty: all later calls of the same kind fail as well
 * FB_FAULT_ERRNO   the number that errno gets; 0: reads and writes do half of what they were asked, which is no failure
 * FB_FAULT_LOG     a file; each line that is added has the number of the call, its kind and its path */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long s_calls;

static long number(const char* name, long otherwise) {
  const char* text = getenv(name);
  return text && *text ? atol(text) : otherwise;
}

static int isBelow(const char* path) {
  const char* folders = getenv("FB_FAULT_UNDER");
  while (folders && *folders) {
    const char* end = strchrnul(folders, ':');
    const size_t length = (size_t)(end - folders);
    if (strncmp(path, folders, length) == 0 && (path[length] == '/' || path[length] == 0)) return 1;
    folders = *end ? end + 1 : end;
  }
  return 0;
}

static void makeAbsolute(int folder, const char* path, char* into) {
  char base[PATH_MAX] = "", link[64];
  if (path[0] == '/') {
    snprintf(into, PATH_MAX, "%s", path);
    return;
  }
  snprintf(link, sizeof link, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
  const ssize_t length = syscall(SYS_readlink, link, base, sizeof base - 1);
  base[length < 0 ? 0 : length] = 0;
  if (strlen(base) + strlen(path) + 2 > PATH_MAX) return;
  strcat(strcpy(into, base), "/");
  strcat(into, path);
}

static void note(long call, const char* kind, const char* path) {
  const char* log = getenv("FB_FAULT_LOG");
  if (!log) return;
  char line[PATH_MAX + 64];
  const int length = snprintf(line, sizeof line, "%ld %s %s\n", call, kind, path);
  const long file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return;
  syscall(SYS_write, file, line, (size_t)length);
  syscall(SYS_close, file);
}

/* The kind of the first call that failed. */
static const char* _Atomic s_failing;

/* Whether this call is to fail; errno is then what it fails with, 0 for one that does half. */
static int failsAt(const char* kind, const char* path) {
  if (!isBelow(path)) return 0;
  const int kept = errno;
  const long call = atomic_fetch_add(&s_calls, 1) + 1, chosen = number("FB_FAULT_AT", 0);
  if (chosen == call) s_failing = kind;
  const char* failing = s_failing;
  const int fails = failing && (call == chosen || (getenv("FB_FAULT_ALL") && strcmp(failing, kind) == 0));
  if (fails || chosen == 0) note(call, kind, path);
  errno = fails ? (int)number("FB_FAULT_ERRNO", EIO) : kept;
  return fails;
}

static int failsPath(const char* kind, int folder, const char* path) {
  char whole[PATH_MAX] = "";
  const int kept = errno;
  makeAbsolute(folder, path, whole);
  errno = kept;
  return failsAt(kind, whole);
}

static int failsFile(const char* kind, int file) {
  char link[64], whole[PATH_MAX];
  const int kept = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = syscall(SYS_readlink, link, whole, sizeof whole - 1);
  errno = kept;
  if (length < 0) return 0;
  whole[length] = 0;
  return failsAt(kind, whole);
}

#define REAL(name) ((__typeof__(&name))real(#name))
static void* real(const char* name) {
  void* found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

/* Opening. */
#define MODE(flags)                         \
  mode_t mode = 0;                          \
  if ((flags) & (O_CREAT | O_TMPFILE)) {    \
    va_list arguments;                      \
    va_start(arguments, flags);             \
    mode = va_arg(arguments, mode_t);       \
    va_end(arguments);                      \
  }
#define OPEN(name)                                                          \
  int name(const char* path, int flags, ...) {                              \
    MODE(flags)                                                             \
    return failsPath("open", AT_FDCWD, path) ? -1 : REAL(name)(path, flags, mode); \
  }
#define OPENAT(name)                                                        \
  int name(int folder, const char* path, int flags, ...) {                  \
    MODE(flags)                                                             \
    return failsPath("open", folder, path) ? -1 : REAL(name)(folder, path, flags, mode); \
  }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
int __open_2(const char* path, int flags) { return open(path, flags); }
int __open64_2(const char* path, int flags) { return open64(path, flags); }
int __openat_2(int folder, const char* path, int flags) { return openat(folder, path, flags); }
int __openat64_2(int folder, const char* path, int flags) { return openat64(folder, path, flags); }
FILE* fopen(const char* path, const char* how) {
  return failsPath("open", AT_FDCWD, path) ? NULL : REAL(fopen)(path, how);
}
FILE* fopen64(const char* path, const char* how) {
  return failsPath("open", AT_FDCWD, path) ? NULL : REAL(fopen64)(path, how);
}
DIR* opendir(const char* path) { return failsPath("open", AT_FDCWD, path) ? NULL : REAL(opendir)(path); }
int mkdir(const char* path, mode_t mode) {
  return failsPath("mkdir", AT_FDCWD, path) ? -1 : REAL(mkdir)(path, mode);
}

/* Reading and writing: all of it, none of it, or half. */
#define MOVE(name, kind, ...)                                          \
  {                                                                          \
    if (failsFile(kind, file)) {                                             \
      if (errno != 0) return -1;                                             \
      size = size > 1 ? size / 2 : size;                                     \
    }                                                                        \
    return REAL(name)(file, bytes, size, ##__VA_ARGS__);                     \
  }
ssize_t read(int file, void* bytes, size_t size) MOVE(read, "read")
ssize_t pread(int file, void* bytes, size_t size, off_t at) MOVE(pread, "read", at)
ssize_t pread64(int file, void* bytes, size_t size, off64_t at) MOVE(pread64, "read", at)
ssize_t write(int file, const void* bytes, size_t size) MOVE(write, "write")
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) MOVE(pwrite, "write", at)
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) MOVE(pwrite64, "write", at)
ssize_t __read_chk(int file, void* bytes, size_t size, size_t room) {
  (void)room;
  return read(file, bytes, size);
}
ssize_t __pread_chk(int file, void* bytes, size_t size, off_t at, size_t room) {
  (void)room;
  return pread(file, bytes, size, at);
}
ssize_t __pread64_chk(int file, void* bytes, size_t size, off64_t at, size_t room) {
  (void)room;
  return pread64(file, bytes, size, at);
}
/* Of several pieces, the first alone is a part. */
#define MOVE_PIECES(name, kind)                                          \
  ssize_t name(int file, const struct iovec* pieces, int count) {        \
    if (failsFile(kind, file)) {                                         \
      if (errno != 0) return -1;                                         \
      count = count > 1 ? 1 : count;                                     \
    }                                                                    \
    return REAL(name)(file, pieces, count);                              \
  }
MOVE_PIECES(readv, "read")
MOVE_PIECES(writev, "write")
int ftruncate(int file, off_t size) { return failsFile("write", file) && errno ? -1 : REAL(ftruncate)(file, size); }
int ftruncate64(int file, off64_t size) {
  return failsFile("write", file) && errno ? -1 : REAL(ftruncate64)(file, size);
}
int fsync(int file) { return failsFile("fsync", file) && errno ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return failsFile("fsync", file) && errno ? -1 : REAL(fdatasync)(file); }

/* Names. */
static int failsRename(int fromFolder, const char* from, int toFolder, const char* to) {
  char whole[PATH_MAX] = "";
  makeAbsolute(fromFolder, from, whole);
  return isBelow(whole) ? failsAt("rename", whole) : failsPath("rename", toFolder, to);
}
int rename(const char* from, const char* to) {
  return failsRename(AT_FDCWD, from, AT_FDCWD, to) && errno ? -1 : REAL(rename)(from, to);
}
int renameat(int fromFolder, const char* from, int toFolder, const char* to) {
  return failsRename(fromFolder, from, toFolder, to) && errno ? -1 : REAL(renameat)(fromFolder, from, toFolder, to);
}
int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags) {
  return failsRename(fromFolder, from, toFolder, to) && errno ? -1
                                                              : REAL(renameat2)(fromFolder, from, toFolder, to, flags);
}

void* mmap(void* at, size_t size, int how, int flags, int file, off_t from) {
  if (file >= 0 && failsFile("mmap", file) && errno) return MAP_FAILED;
  return REAL(mmap)(at, size, how, flags, file, from);
}
void* mmap64(void* at, size_t size, int how, int flags, int file, off64_t from) {
  if (file >= 0 && failsFile("mmap", file) && errno) return MAP_FAILED;
  return REAL(mmap64)(at, size, how, flags, file, from);
}

/* What is closed is closed, also if that failed. */
int close(int file) {
  const int fails = failsFile("close", file) && errno, why = errno;
  const int closed = REAL(close)(file);
  if (fails) errno = why;
  return fails ? -1 : closed;
}
int fclose(FILE* file) {
  const int fails = failsFile("close", fileno(file)) && errno, why = errno;
  const int closed = REAL(fclose)(file);
  if (fails) errno = why;
  return fails ? EOF : closed;
}
