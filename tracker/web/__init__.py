"""The pages, the programming interface and the subscriptions: the timeline over HTTP."""
