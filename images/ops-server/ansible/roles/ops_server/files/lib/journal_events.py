"""What becomes of the journal's records in CloudWatch Logs.

Whoever has an account may write any record: none may keep those after it from being sent.
"""

import json
import time

LARGEST_EVENT = 250_000
# A record of the kernel's audit has 9 kB at most. What programs write may have megabytes.
LONGEST_LINE = 8_000_000
LONGEST_FIELD = 256
OVERHEAD = 26
FIELDS = {
    "SYSLOG_IDENTIFIER": "by",
    "_SYSTEMD_UNIT": "unit",
    "_PID": "pid",
    "_UID": "uid",
    "PRIORITY": "priority",
}
# Cursor and time come with every record.
ASKED = ",".join(["MESSAGE", *FIELDS])


def lines_of(stream):
    """Lines as long as they may be; of a longer one, its beginning."""
    while line := stream.readline(LONGEST_LINE):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE)
        yield line


def text_of(value):
    """A field's text: a list of bytes when it is none, a list of these when the field was given repeatedly."""
    if isinstance(value, list) and all(isinstance(each, int) for each in value):
        return bytes(value).decode("utf-8", "replace")
    if isinstance(value, list):
        return "\n".join(text_of(each) for each in value)
    return "" if value is None else str(value)


def message_of(record):
    """What is sent of a record, as JSON, no larger than an event may be."""
    message = text_of(record.get("MESSAGE"))
    fields = {
        name: text_of(record[field])[:LONGEST_FIELD]
        for field, name in FIELDS.items()
        if field in record
    }
    encoded = json.dumps({**fields, "message": message}, ensure_ascii=False)
    if len(encoded.encode()) > LARGEST_EVENT:
        # Six bytes at most for one character, in JSON.
        cut = message[: LARGEST_EVENT // 8]
        encoded = json.dumps({**fields, "message": cut, "cut": True}, ensure_ascii=False)
    return encoded


def event_of(line):
    """The cursor of a line of journalctl, or None where it cannot be read, and the event that it becomes."""
    cursor, at = None, int(time.time() * 1000)
    try:
        record = json.loads(line)
        cursor, at = record["__CURSOR"], int(record["__REALTIME_TIMESTAMP"]) // 1000
        message = message_of(record)
    # Whatever it is: a record that is told of as unreadable is better than none after it.
    except Exception as error:
        message = json.dumps({"message": f"(a record that cannot be read: {type(error).__name__})"})
    return cursor, {"timestamp": at, "message": message}


def instead_of(event):
    """What is sent when CloudWatch does not take an event."""
    told = json.dumps({"message": "(a record that CloudWatch Logs refused)"})
    return {"timestamp": event["timestamp"], "message": told}


def size_of(event):
    """Bytes, as PutLogEvents counts them."""
    return len(event["message"].encode()) + OVERHEAD
