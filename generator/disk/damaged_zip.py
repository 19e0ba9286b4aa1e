"""What reading a damaged or hostile zip may raise, whatever it was packed with."""

import lzma
import struct
import zipfile
import zlib

DAMAGED_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,  # bzip2's, too
    KeyError,  # no such part
    ValueError,
    RuntimeError,  # a password, or a way of packing that is not supported
)
