using SakilaPortal.Pipeline;
using SakilaPortal.Pipeline.Catalog;
using SakilaPortal.Pipeline.Catalog.Crawling;
using SakilaPortal.Pipeline.Catalog.Upkeep;
using SakilaPortal.Pipeline.Cleaning;
using SakilaPortal.Pipeline.Lake;
using SakilaPortal.Pipeline.Provisioning;
using SakilaPortal.Pipeline.Replication;
using SakilaPortal.Pipeline.Transforms;
using SakilaPortal.Pipeline.Vendor;
using SakilaPortal.Pipeline.Workflow;
using SakilaPortal.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddLake();
builder.Services.AddProblems();
builder.Services
    .AddProvisioning()
    .AddReplication()
    .AddCleaning()
    .AddCatalog()
    .AddTransforms()
    .AddUpkeep()
    .AddVendor()
    .AddWorkflow();

var app = builder.Build();
app.UseProblems();
app.MapDefaultEndpoints();
app.MapArrivals();
app.MapCrawlPreview();
app.MapVendor();
app.Run();
