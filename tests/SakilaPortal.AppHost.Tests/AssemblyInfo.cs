// Each test of the whole system takes the machine for itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
