"""Reads a file of the data folder that a person put there; a pipe or a device in its place would be waited for without end.

Used by the engines; calls nothing of ours.
"""

import errno
import os
import stat
from pathlib import Path


def read_plain(path: Path, largest: int) -> bytes:
    """The bytes of a regular file of at most that size; OSError for everything else, also for what is no file or too large."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    if found.st_size > largest:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return path.read_bytes()
