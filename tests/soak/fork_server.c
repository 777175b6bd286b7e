/* SPDX-License-Identifier: MIT */
/* Most of the time of a short run goes into loading LibTorch. With FB_FORK_SERVER set, a program that has this library in
 * LD_PRELOAD stops before its main() and makes a child for each request on its standard input; the child goes into main()
 * as if it had just been started. One child at a time.
 *
 * A request is the length of the rest in eight digits, then strings that end in a zero: the folder to work in, the files
 * that get standard output and error, the number of arguments, the arguments, the environment. Replies are lines on the
 * standard output: "pid N" once the child is there, "status N" when it has ended, with N as waitpid() has it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { kStrings = 512 };

typedef int Main(int, char**, char**);
static Main* s_main;

static int readWhole(char* into, size_t size) {
  while (size > 0) {
    const ssize_t got = read(STDIN_FILENO, into, size);
    if (got <= 0) return 0;
    into += got;
    size -= (size_t)got;
  }
  return 1;
}

static void redirect(const char* path, int flags, int stream) {
  const int file = open(path, flags, 0600);
  if (file < 0 || dup2(file, stream) < 0) _exit(126);
  close(file);
}

static int inChild(char** strings) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  clearenv();
  const int count = atoi(strings[3]);
  char** arguments = strings + 4;
  for (char** setting = arguments + count; *setting; ++setting) putenv(*setting);
  arguments[count] = NULL;
  redirect(strings[1], O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  redirect(strings[2], O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  redirect("/dev/null", O_RDONLY, STDIN_FILENO);
  if (chdir(strings[0]) != 0) _exit(126);
  return s_main(count, arguments, environ);
}

static int serve(int count, char** arguments, char** environment) {
  if (!getenv("FB_FORK_SERVER")) return s_main(count, arguments, environment);
  for (;;) {
    char digits[9] = "";
    if (!readWhole(digits, 8)) return 0;
    const size_t size = (size_t)atol(digits);
    char* request = malloc(size);
    char* strings[kStrings] = {0};
    if (!request || !readWhole(request, size)) return 1;
    int number = 0;
    for (char* at = request; at < request + size && number < kStrings - 1; at += strlen(at) + 1) strings[number++] = at;
    const pid_t child = fork();
    if (child == 0) return inChild(strings);
    dprintf(STDOUT_FILENO, "pid %d\n", (int)child);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    dprintf(STDOUT_FILENO, "status %d\n", status);
    free(request);
  }
}

int __libc_start_main(Main* program, int count, char** arguments, void (*begin)(void), void (*end)(void),
                      void (*endOfLoader)(void), void* stack) {
  int (*real)(Main*, int, char**, void (*)(void), void (*)(void), void (*)(void), void*) =
      (__typeof__(real))dlsym(RTLD_NEXT, "__libc_start_main");
  s_main = program;
  return real(serve, count, arguments, begin, end, endOfLoader, stack);
}
