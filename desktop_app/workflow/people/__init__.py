"""Who people are: what is known of each, the addresses they copied, their signature."""
