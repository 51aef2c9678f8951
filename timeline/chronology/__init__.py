"""What many articles make together: the order of a timeline."""

from timeline.chronology.order import OrderKey, certain, order_key

__all__ = ["OrderKey", "certain", "order_key"]
