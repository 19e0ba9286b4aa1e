"""What is asked of a service by video, where the code is not for remote care itself.

Source: content/rules/telehealth.yaml, and the telehealth slot of each code.
"""

from generator.facts.codes import Code


def video_question(code: Code) -> str | None:
    """The message that asks; none of monitoring, messages and check-ins."""
    if code.unit.contact == "remote":
        return None
    unlisted = code.telehealth and code.telehealth.status == "not-on-list"
    return "video-not-listed" if unlisted else "video"
