// Pulls the plug of the file system mounted at argv[1], argv[2] microseconds from now: what is not synced is dropped (the "godown" of xfstests, XFS_IOC_GOINGDOWN,
// EXT4_IOC_SHUTDOWN; both are _IOR('X', 125, __u32), flag 2: no flush of the log).
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define GOING_DOWN _IOR('X', 125, uint32_t)

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  useconds_t after = (useconds_t)atol(argv[2]);
  int folder = open(argv[1], O_RDONLY);
  if (folder < 0) return perror("open"), 1;
  puts("ready");
  fflush(stdout);
  usleep(after);
  uint32_t no_flush = 2;
  if (ioctl(folder, GOING_DOWN, &no_flush) != 0) return perror("ioctl"), 1;
  return 0;
}
