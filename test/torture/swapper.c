// Exchanges two names as fast as it can, atomically: the attacker of the race harness.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  puts("ready");
  fflush(stdout);
  pid_t parent = getppid();
  for (unsigned long turn = 0;; turn++) {
    if (renameat2(AT_FDCWD, argv[1], AT_FDCWD, argv[2], RENAME_EXCHANGE) != 0) usleep(50);
    if ((turn & 0xfff) == 0 && getppid() != parent) return 0;
  }
}
