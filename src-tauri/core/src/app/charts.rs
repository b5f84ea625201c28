//! The charts of a proposal, as the window shows them beside its tables. Takes the proposal as
//! it is typed, so that the charts follow every key.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::domain::{Indicator, Proposal, Record, Target, in_order};
use crate::report::chart::{Drawing, Gap, Room, gantt, gap_bars, quadrant, risk_matrix};
use crate::report::words::Language;

use super::session::Session;

/// The room of a chart in the window: so wide that labels are as large as other small print
/// where it stands beside the outline and the panel.
const WINDOW: Room = Room {
    width: 440.0,
    height: 620.0,
};

/// The charts of a proposal; what has no rows has no chart.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, Type)]
pub struct ProposalCharts {
    /// Gap bars by the target's key.
    pub gaps: BTreeMap<String, Drawing>,
    /// Interest × power.
    pub stakeholders: Option<Drawing>,
    /// The milestones in time, several when there are many.
    pub milestones: Vec<Drawing>,
    /// Likelihood × impact.
    pub risks: Option<Drawing>,
}

impl Session {
    /// Draws what a proposal's tables say.
    pub fn proposal_charts(&self, proposal: &Proposal, language: Language) -> ProposalCharts {
        let gaps = proposal.targets.iter().map(|(key, target)| {
            let drawing = gap_bars(&self.gap_of(target), language, WINDOW.width);
            (key.clone(), drawing)
        });
        let people = in_order(&proposal.stakeholders);
        let risks = in_order(&proposal.risks);
        let some = |rows: usize| rows > 0;
        ProposalCharts {
            gaps: gaps.collect(),
            stakeholders: some(people.len()).then(|| quadrant(&people, language, WINDOW)),
            milestones: gantt(&in_order(&proposal.milestones), language, WINDOW),
            risks: some(risks.len()).then(|| risk_matrix(&risks, language, WINDOW)),
        }
    }

    /// A target with its indicator's words.
    pub(super) fn gap_of(&self, target: &Target) -> Gap {
        let stored = target.indicator.and_then(|id| self.store.record(id).ok());
        let Indicator { name, unit, better } = match stored.map(|stored| stored.record) {
            Some(Record::Indicator(indicator)) => indicator,
            _ => Indicator::default(),
        };
        Gap {
            name,
            unit,
            better,
            home: target.home,
            site: target.site,
            target: target.target,
        }
    }
}
