using SakilaPortal.Api.Accounts;
using SakilaPortal.Api.Customers;
using SakilaPortal.Api.Data;
using SakilaPortal.Api.Films;
using SakilaPortal.Api.Http;
using SakilaPortal.Api.Lake;
using SakilaPortal.Api.Partners;
using SakilaPortal.Api.Rentals;
using SakilaPortal.Api.Reports;
using SakilaPortal.Api.Simulations;
using SakilaPortal.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase();
builder.Services.AddProblems();
builder.Services.AddOpenApiDocument();
builder.Services.AddAccounts();
builder.Services.AddReports();
builder.Services.AddLake();
builder.Services.AddPartners().AddSimulations();

var app = builder.Build();
app.UseProblems();
app.UseAuthentication().UseAuthorization();
app.MapDefaultEndpoints();
app.MapOpenApi();

// Every route below /api asks for a signed-in caller, unless it says otherwise.
var api = app.MapGroup("/api").RequireAuthorization();
api.MapAccounts();
api.MapFilms();
api.MapCustomers();
api.MapRentals();
api.MapReports();
api.MapLake();
api.MapPartners();
api.MapSimulations();

app.Run();
