namespace SakilaPortal.Pipeline.Tests.Lake;

[CollectionDefinition(nameof(LakeCollection))]
public sealed class LakeCollection : ICollectionFixture<LakeFixture>;
