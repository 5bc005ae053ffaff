"""How a test program of unittest ends: with the plain line that ./test counts."""
import sys
import unittest


def main():
    """Runs the tests of the program itself. What was on the command line is its own."""
    outcome = unittest.main(argv=sys.argv[:1], exit=False, verbosity=2).result
    failed = len(outcome.failures) + len(outcome.errors)
    print(f"{outcome.testsRun - failed} passed, {failed} failed", flush=True)
    sys.exit(1 if failed else 0)
