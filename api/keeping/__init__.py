"""Answers kept for as long as they are right: by the edition of what they tell, which the store is asked for each time.

Other processes write, so nothing here is ever told that an answer is out of date; it is kept under an edition, and
an edition that moved on finds nothing. The same edition answers 304 to who has the answer, whatever is kept.
"""

from api.keeping import editions
from api.keeping.answer import Made
from api.keeping.asked import Asked, Elsewhere
from api.keeping.views import again, register, told_by

__all__ = ["Asked", "Elsewhere", "Made", "again", "editions", "register", "told_by"]
