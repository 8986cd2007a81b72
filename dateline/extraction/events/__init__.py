from dateline.extraction.notes import Stage
STAGE = Stage("events", frozenset({"quotes"}), frozenset({"events"}), lambda notes: None)
