"""Reduces lit's xunit report to one closing line, 'N passed, N failed, N skipped', and an exit status.

usage: summary.py REPORT.xml LIT-STATUS [--filtered]

Timeouts, unresolved tests and unexpected passes count as failed, expected failures as passed. It is a failure too when
lit failed, when no test ran, and, unless --filtered, when a whole suite is missing.
"""

import collections
import sys
import xml.etree.ElementTree as xml

SUITES = ("tensor-tidy", "unit")


def outcome(test):
    """passed, failed, skipped; None for a test that --filter left out."""
    skipped = test.find("skipped")
    if skipped is not None:
        return None if skipped.get("message", "").startswith("Test not selected") else "skipped"
    return "failed" if test.find("failure") is not None else "passed"


def count_by_suite(path):
    """Outcomes counted, by the name of the suite; nothing when lit ended before it wrote a report."""
    try:
        suites = xml.parse(path).getroot().iter("testsuite")
    except FileNotFoundError:
        return {}
    return {suite.get("name"): collections.Counter(map(outcome, suite.iter("testcase"))) for suite in suites}


def reasons_to_fail(by_suite, counts, status, filtered):
    """What is wrong apart from failed tests."""
    if counts["passed"] + counts["failed"] == 0:
        yield "no test ran"
    elif not filtered:
        for suite in SUITES:
            if suite not in by_suite:
                yield f"no test of the suite '{suite}' ran"
    if status != 0 and counts["failed"] == 0:
        yield f"lit ended with exit status {status}"


def main(path, status, filtered):
    by_suite = count_by_suite(path)
    counts = sum(by_suite.values(), collections.Counter())
    reasons = list(reasons_to_fail(by_suite, counts, status, filtered))
    for reason in reasons:
        print(f"error: {reason}", file=sys.stderr, flush=True)
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if reasons or counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), "--filtered" in sys.argv[3:]))
