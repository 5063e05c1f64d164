using SakilaPortal.Contracts.Reports;

namespace SakilaPortal.Web.Reports.Dashboards;

/// <summary>A dashboard with the reports that it shows.</summary>
public sealed record DashboardView(Dashboard Dashboard, IReadOnlyList<Report> Reports)
{
    /// <summary>The parameters of all its reports; those of one name are one.</summary>
    public IReadOnlyList<ReportParameter> Parameters =>
        [.. Dashboard.Tiles.Select(tile => ReportOf(tile)).OfType<Report>().SelectMany(report => report.Parameters).DistinctBy(parameter => parameter.Name)];

    public Report? ReportOf(DashboardTile tile) => Reports.FirstOrDefault(report => report.Id == tile.ReportId);

    /// <summary>A report that has the parameter, to ask for its choices.</summary>
    public string OwnerOf(ReportParameter parameter) =>
        Dashboard.Tiles.Select(tile => ReportOf(tile)).OfType<Report>().First(report => report.Parameters.Any(own => own.Name == parameter.Name)).Id;
}
