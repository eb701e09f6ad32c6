//! The types of schema.org that the guide uses, with the properties that it fills.

use jiff::civil::Date;
use serde::Serialize;

/// A thing with its type.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all_fields = "camelCase")]
pub enum Thing {
    Organization {
        #[serde(rename = "@id")]
        id: String,
        name: String,
        url: String,
    },
    Person {
        #[serde(rename = "@id")]
        id: String,
        name: String,
        job_title: String,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        same_as: Vec<String>,
    },
    WebSite {
        #[serde(rename = "@id")]
        id: String,
        name: String,
        url: String,
        description: String,
        in_language: String,
        publisher: Reference,
        license: String,
    },
    BreadcrumbList {
        #[serde(rename = "@id")]
        id: String,
        item_list_element: Vec<ListItem>,
    },
    Article {
        #[serde(rename = "@id")]
        id: String,
        url: String,
        headline: String,
        description: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        image: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        date_published: Option<Date>,
        #[serde(skip_serializing_if = "Option::is_none")]
        date_modified: Option<Date>,
        author: Vec<Reference>,
        publisher: Reference,
        in_language: String,
        license: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        about: Option<Reference>,
    },
    Occupation {
        #[serde(rename = "@id")]
        id: String,
        name: String,
        description: String,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        alternate_name: Vec<String>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        occupational_category: Vec<CategoryCode>,
        skills: Vec<Reference>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        occupation_location: Vec<Place>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        estimated_salary: Vec<Salary>,
    },
    DefinedTermSet {
        #[serde(rename = "@id")]
        id: String,
        name: String,
        url: String,
        has_defined_term: Vec<Reference>,
    },
    DefinedTerm {
        #[serde(rename = "@id")]
        id: String,
        name: String,
        description: String,
        url: String,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        alternate_name: Vec<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        in_defined_term_set: Option<Reference>,
    },
    Dataset {
        #[serde(rename = "@id")]
        id: String,
        name: String,
        description: String,
        url: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        license: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        creator: Option<Named>,
        #[serde(skip_serializing_if = "Option::is_none")]
        temporal_coverage: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        date_modified: Option<Date>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        distribution: Vec<Download>,
    },
    ProfilePage {
        #[serde(rename = "@id")]
        id: String,
        name: String,
        url: String,
        main_entity: Reference,
    },
    ItemList {
        #[serde(rename = "@id")]
        id: String,
        name: String,
        number_of_items: usize,
        item_list_element: Vec<ListItem>,
    },
    JobPosting {
        #[serde(rename = "@id")]
        id: String,
        title: String,
        description: String,
        date_posted: Date,
        #[serde(skip_serializing_if = "Option::is_none")]
        valid_through: Option<String>,
        hiring_organization: Named,
        #[serde(skip_serializing_if = "Option::is_none")]
        job_location: Option<JobPlace>,
        #[serde(skip_serializing_if = "Option::is_none")]
        job_location_type: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        base_salary: Option<Offered>,
        direct_apply: bool,
        url: String,
    },
}

/// A thing that is described elsewhere, by its `@id`.
#[derive(Serialize)]
pub struct Reference {
    #[serde(rename = "@id")]
    pub id: String,
}

impl Reference {
    pub fn new(id: impl Into<String>) -> Self {
        Reference { id: id.into() }
    }
}

/// A place of a list.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "ListItem")]
pub struct ListItem {
    pub position: usize,
    pub name: String,
    pub item: String,
}

/// A code of a classification.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "CategoryCode", rename_all = "camelCase")]
pub struct CategoryCode {
    pub code_value: String,
    pub in_code_set: &'static str,
}

/// A country or another place with a name.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "AdministrativeArea")]
pub struct Place {
    pub name: String,
}

/// Percentiles of pay.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "MonetaryAmountDistribution")]
pub struct Salary {
    pub name: String,
    pub currency: String,
    /// The time for which it is paid, as ISO 8601 writes it: `P1Y`.
    pub duration: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percentile10: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percentile25: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percentile75: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percentile90: Option<f64>,
}

/// An organisation that only its name is known of.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "Organization")]
pub struct Named {
    pub name: String,
}

/// A file of data.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "DataDownload", rename_all = "camelCase")]
pub struct Download {
    pub encoding_format: &'static str,
    pub content_url: String,
}

/// Where a job is done.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "Place")]
pub struct JobPlace {
    pub address: String,
}

/// The pay that an advert states.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "MonetaryAmount")]
pub struct Offered {
    pub currency: String,
    pub value: OfferedValue,
}

/// From and to, and for which time.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "QuantitativeValue", rename_all = "camelCase")]
pub struct OfferedValue {
    pub min_value: f64,
    pub max_value: f64,
    pub unit_text: &'static str,
}
