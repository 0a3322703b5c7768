"""What a partnership and a plan are set to, its boards and their meetings."""
