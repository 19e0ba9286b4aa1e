"""What the models of what learners hand in have in common."""

from pydantic import BaseModel, ConfigDict


class ResultModel(BaseModel):
    """Frozen; keys that this version does not know are left alone."""

    model_config = ConfigDict(frozen=True)
