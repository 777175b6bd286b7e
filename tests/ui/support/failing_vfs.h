// SPDX-License-Identifier: MIT
// SQLite's file system with faults: every call of a kind fails as configured, or the n-th of all.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <cstring>

namespace fb::ui {

// While it exists, all databases are opened through it. One at a time; the databases must be closed before it is
// destroyed. Any thread may set what fails.
class FailingVfs {
public:
  enum Call { Open, Read, Write, Truncate, Sync, Lock, Shared, kCalls };

  FailingVfs() {
    s_self = this;
    m_real = sqlite3_vfs_find(nullptr);
    m_vfs = *m_real;
    m_vfs.zName = "failing";
    m_vfs.szOsFile += static_cast<int>(sizeof(File));
    m_vfs.xOpen = open;
    sqlite3_vfs_register(&m_vfs, 1);
  }
  ~FailingVfs() {
    sqlite3_vfs_register(m_real, 1);
    sqlite3_vfs_unregister(&m_vfs);
    s_self = nullptr;
  }
  FailingVfs(const FailingVfs&) = delete;
  FailingVfs& operator=(const FailingVfs&) = delete;

  // Until changed; SQLITE_OK: no longer.
  void fail(Call call, int code) { m_codes[call] = code; }
  // The n-th call from now on, of whatever kind, and all after it until heal().
  void failFrom(int n, int code) {
    m_code = code;
    m_left = n;
  }
  void heal() {
    m_left = -1;
    for (auto& code : m_codes) code = SQLITE_OK;
  }
  int faults() const { return m_faults; }

private:
  struct File : sqlite3_file {
    const sqlite3_io_methods* methods;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };
  static sqlite3_file* real(sqlite3_file* file) { return static_cast<File*>(file)->real(); }
  static const sqlite3_io_methods& of(sqlite3_file* file) { return *real(file)->pMethods; }

  static int fault(Call call) {
    auto& self = *s_self;
    int code = self.m_codes[call];
    if (code == SQLITE_OK && self.m_left >= 0 && (self.m_left == 0 || --self.m_left == 0)) code = self.m_code;
    if (code != SQLITE_OK) ++self.m_faults;
    return code;
  }
  static int open(sqlite3_vfs*, const char* name, sqlite3_file* opened, int flags, int* outFlags) {
    auto* file = static_cast<File*>(opened);
    file->pMethods = nullptr;
    if (const int code = fault(Open)) return code;
    const int code = s_self->m_real->xOpen(s_self->m_real, name, file->real(), flags, outFlags);
    if (code == SQLITE_OK) file->pMethods = &methods();
    return code;
  }
  static const sqlite3_io_methods& methods() {
    static const sqlite3_io_methods methods{
        3, [](sqlite3_file* f) { return of(f).xClose(real(f)); },
        [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
          const int code = fault(Read);
          return code ? code : of(f).xRead(real(f), to, n, at);
        },
        [](sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
          const int code = fault(Write);
          return code ? code : of(f).xWrite(real(f), from, n, at);
        },
        [](sqlite3_file* f, sqlite3_int64 size) {
          const int code = fault(Truncate);
          return code ? code : of(f).xTruncate(real(f), size);
        },
        [](sqlite3_file* f, int flags) {
          const int code = fault(Sync);
          return code ? code : of(f).xSync(real(f), flags);
        },
        [](sqlite3_file* f, sqlite3_int64* size) { return of(f).xFileSize(real(f), size); },
        [](sqlite3_file* f, int kind) {
          const int code = fault(Lock);
          return code ? code : of(f).xLock(real(f), kind);
        },
        [](sqlite3_file* f, int kind) { return of(f).xUnlock(real(f), kind); },
        [](sqlite3_file* f, int* reserved) { return of(f).xCheckReservedLock(real(f), reserved); },
        [](sqlite3_file* f, int op, void* argument) { return of(f).xFileControl(real(f), op, argument); },
        [](sqlite3_file* f) { return of(f).xSectorSize(real(f)); },
        [](sqlite3_file* f) { return of(f).xDeviceCharacteristics(real(f)); },
        [](sqlite3_file* f, int page, int size, int extend, void volatile** memory) {
          const int code = fault(Shared);
          return code ? code : of(f).xShmMap(real(f), page, size, extend, memory);
        },
        // Releasing a lock does not fail.
        [](sqlite3_file* f, int offset, int n, int flags) {
          const int code = (flags & SQLITE_SHM_UNLOCK) != 0 ? SQLITE_OK : fault(Lock);
          return code ? code : of(f).xShmLock(real(f), offset, n, flags);
        },
        [](sqlite3_file* f) { of(f).xShmBarrier(real(f)); },
        [](sqlite3_file* f, int remove) { return of(f).xShmUnmap(real(f), remove); },
        [](sqlite3_file* f, sqlite3_int64 at, int n, void** memory) { return of(f).xFetch(real(f), at, n, memory); },
        [](sqlite3_file* f, sqlite3_int64 at, void* memory) { return of(f).xUnfetch(real(f), at, memory); }};
    return methods;
  }

  static inline FailingVfs* s_self = nullptr;
  sqlite3_vfs* m_real = nullptr;
  sqlite3_vfs m_vfs{};
  std::atomic<int> m_codes[kCalls] = {};
  std::atomic<int> m_left = -1;
  std::atomic<int> m_code = 0;
  std::atomic<int> m_faults = 0;
};

}  // namespace fb::ui
