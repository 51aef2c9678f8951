"""What many articles make together: the order of a timeline."""

from timeline.chronology.order import OrderKey, order_key

__all__ = ["OrderKey", "order_key"]
