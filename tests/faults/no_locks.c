/* Shows a folder under another path and refuses every lock on its files, like a Lustre that is mounted without flock.

   cc no_locks.c -o no_locks $(pkg-config --cflags --libs fuse3); ./no_locks -f MOUNTPOINT, with NO_LOCKS_FOLDER set to
   the folder and NO_LOCKS_ERRNO to what a lock fails with. */

#define FUSE_USE_VERSION 31
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fuse.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static int folder, refusal;

#define AT(path) folder, ((path)[1] ? (path) + 1 : ".")
#define TOLD(result) ((result) == -1 ? -errno : 0)
#define AMOUNT(result) ((result) == -1 ? -errno : (result))

static int about(const char *path, struct stat *facts, struct fuse_file_info *file) {
    return file ? TOLD(fstat(file->fh, facts)) : TOLD(fstatat(AT(path), facts, AT_SYMLINK_NOFOLLOW));
}
static int list(const char *path, void *names, fuse_fill_dir_t add, off_t from, struct fuse_file_info *file,
                enum fuse_readdir_flags flags) {
    DIR *listed = fdopendir(openat(AT(path), O_RDONLY | O_DIRECTORY));
    struct dirent *entry;
    if (!listed) return -errno;
    while ((entry = readdir(listed))) add(names, entry->d_name, NULL, 0, 0);
    return TOLD(closedir(listed));
}
static int create(const char *path, mode_t mode, struct fuse_file_info *file) {
    file->fh = openat(AT(path), file->flags & ~O_APPEND, mode);
    return TOLD((int)file->fh);
}
static int open_file(const char *path, struct fuse_file_info *file) { return create(path, 0, file); }
static int close_file(const char *path, struct fuse_file_info *file) { return TOLD(close(file->fh)); }
static int take(const char *path, char *bytes, size_t size, off_t at, struct fuse_file_info *file) {
    return AMOUNT(pread(file->fh, bytes, size, at));
}
static int put(const char *path, const char *bytes, size_t size, off_t at, struct fuse_file_info *file) {
    return AMOUNT(pwrite(file->fh, bytes, size, at));
}
static int cut(const char *path, off_t size, struct fuse_file_info *file) {
    int handle = file ? (int)file->fh : openat(AT(path), O_WRONLY), told = TOLD(ftruncate(handle, size));
    if (!file) close(handle);
    return told;
}
static int flush(const char *path, int data, struct fuse_file_info *file) { return TOLD(fsync(file->fh)); }
static int flush_folder(const char *path, int data, struct fuse_file_info *file) { return 0; }
static int make_folder(const char *path, mode_t mode) { return TOLD(mkdirat(AT(path), mode)); }
static int drop(const char *path) { return TOLD(unlinkat(AT(path), 0)); }
static int drop_folder(const char *path) { return TOLD(unlinkat(AT(path), AT_REMOVEDIR)); }
static int move(const char *from, const char *to, unsigned flags) {
    return flags ? -EINVAL : TOLD(renameat(AT(from), AT(to)));
}
static int link_file(const char *from, const char *to) { return TOLD(linkat(AT(from), AT(to), 0)); }
static int permit(const char *path, mode_t mode, struct fuse_file_info *file) { return TOLD(fchmodat(AT(path), mode, 0)); }
static int date(const char *path, const struct timespec times[2], struct fuse_file_info *file) {
    return TOLD(utimensat(AT(path), times, AT_SYMLINK_NOFOLLOW));
}
static int refuse_flock(const char *path, struct fuse_file_info *file, int wish) { return -refusal; }
static int refuse_lock(const char *path, struct fuse_file_info *file, int wish, struct flock *part) { return -refusal; }

static const struct fuse_operations operations = {
    .getattr = about, .readdir = list, .create = create, .open = open_file, .release = close_file, .read = take,
    .write = put, .truncate = cut, .fsync = flush, .fsyncdir = flush_folder, .mkdir = make_folder, .unlink = drop,
    .rmdir = drop_folder, .rename = move, .link = link_file, .chmod = permit, .utimens = date, .flock = refuse_flock,
    .lock = refuse_lock,
};

int main(int count, char **words) {
    const char *shown = getenv("NO_LOCKS_FOLDER"), *number = getenv("NO_LOCKS_ERRNO");
    folder = shown ? open(shown, O_RDONLY | O_DIRECTORY) : -1;
    refusal = number ? atoi(number) : ENOSYS;
    if (folder == -1) return perror("NO_LOCKS_FOLDER"), 1;
    return fuse_main(count, words, &operations, NULL);
}
