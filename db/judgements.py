"""Queries about judgements."""

from sqlmodel import Session, col, select

from db.tables import Judgement

__all__ = ["judgement", "judgements", "last_in_force"]


def judgements(session: Session, *, undone: bool = False) -> list[Judgement]:
    """Every judgement, oldest first; those taken back only with `undone`."""
    query = select(Judgement).order_by(col(Judgement.id))
    if not undone:
        query = query.where(col(Judgement.undone).is_(None))
    return list(session.exec(query))


def judgement(session: Session, number: int) -> Judgement | None:
    """The judgement of that number."""
    return session.get(Judgement, number)


def last_in_force(session: Session) -> Judgement | None:
    """The newest judgement that was not taken back."""
    query = select(Judgement).where(col(Judgement.undone).is_(None))
    return session.exec(query.order_by(col(Judgement.id).desc()).limit(1)).first()
